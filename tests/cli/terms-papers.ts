/** Papers whose vocabulary wants a hand: two spellings, two words for one thing, a term that says nothing. */
export const TERM_PAPERS = [
  {
    title: 'Sparse autoencoders find features',
    abstract:
      'We train a sparse autoencoder (SAE) on the activations of a language model. The sparse autoencoder is used for dictionary learning.',
    year: 2023,
  },
  {
    title: 'Object recognition in natural scenes',
    abstract:
      'Object recognition is slow in cluttered scenes. We use a convolutional network for object recognition and object detection.',
    year: 2014,
  },
  {
    title: 'Object detection with a convolutional network',
    abstract: 'A convolutional network is trained for object detection. We evaluate it on ImageNet.',
    year: 2016,
  },
  {
    title: 'Do SAEs scale?',
    abstract: 'We scale SAEs to a large language model and measure the reconstruction error of each.',
    year: 2024,
  },
  {
    title: 'An object detector for drones',
    abstract: 'We evaluate an object detector on drones. The object detector runs beside a language model.',
    year: 2019,
  },
  {
    title: 'Object detectors in the dark',
    abstract:
      'An object detector fails at night. We adapt the object detector by dictionary learning on ImageNet.',
    year: 2020,
  },
];

export const asLines = (papers: readonly object[]): string =>
  papers.map((one) => JSON.stringify(one)).join('\n');
