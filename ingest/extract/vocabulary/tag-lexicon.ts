import { wordSet } from './word-set.ts';

/** Never part of a noun phrase, whatever a tagger says. */
export const FUNCTION_WORDS = wordSet(`
  a an the this that these those some any each every either neither both all no none another such other others
  i we you he she it they me us him her them my our your his its their ours theirs who whom whose which what
  in on at by for with without within from to into onto of off over under above below between among amongst across
  against through throughout during before after until till since toward towards upon via per versus vs than as like
  and or nor but yet so if then else because although though while whereas whether unless
  is are was were be been being am has have had having do does did doing done can could may might must shall should
  will would not only also too very more most much many less least few fewer several
  here there where when why how however therefore thus hence moreover furthermore meanwhile nevertheless besides
  e.g. i.e. etc al cf. viz. respectively namely finally specifically notably especially particularly
  up down out again ever never always often usually typically even still just already yet once rather quite
  instead otherwise first second third firstly secondly lastly last next well
  according due given regarding concerning despite unlike including using based aka
`);

/** Tagged as nouns or verbs too often. */
export const ADJECTIVES = wordSet(`
  novel new state-of-the-art state-of-art sota end-to-end off-the-shelf off-policy on-policy offline online
  proposed existing underlying following resulting corresponding remaining promising challenging leading
  latent sparse dense robust deep generic neural variational adversarial contrastive generative discriminative
  convolutional recurrent causal semantic syntactic lexical visual spatial temporal textual acoustic multimodal
  multi-modal cross-modal multilingual cross-lingual monolingual bilingual unsupervised supervised semi-supervised
  self-supervised weakly-supervised few-shot zero-shot one-shot long-tail real-time large-scale small-scale
  fine-grained coarse-grained low-resource high-resource open-source open-domain real-world pre-trained pretrained
  fine-tuned learned shared trained labeled labelled unlabeled unlabelled annotated
  single-view multi-view multi-task multi-scale multi-agent multi-hop multi-turn low-rank high-dimensional
  low-dimensional model-free model-based data-driven black-box white-box parameter-efficient task-oriented
`);

/** Tagged as verbs or adjectives too often. */
export const NOUNS = wordSet(`
  approach approaches method methods model models framework results experiments experiment
  learning training reasoning planning parsing tagging clustering pooling sampling embedding embeddings mapping
  prompting pretraining pre-training finetuning fine-tuning captioning segmentation
  benchmark benchmarks dataset datasets constraint constraints outputs inputs transfer attention
  transformer transformers features labels queries scores estimates measures
  loss losses search interest control design study studies
`);

/** Tagged as nouns too often; left alone behind an adjective or a noun. */
export const VERBS = wordSet(`
  propose proposes introduce introduces present presents show shows demonstrate demonstrates outperform outperforms
  achieve achieves leverage leverages enable enables exhibit exhibits evaluate evaluates investigate investigates
  explore explores address addresses tackle tackles develop develops describe describes provide provides
  surpass surpasses improve improves suffer suffers require requires learn learns generate generates
  fine-tune finetune pretrain pre-train employ employs utilize utilizes capture captures
  exploit exploits facilitate facilitates mitigate mitigates alleviate alleviates rely relies reveal reveals
  integrate integrates incorporate incorporates predict predicts estimate identify identifies aim aims
  make makes take takes use uses find finds lead leads help helps allow allows consist consists
`);
