import type { ConceptKind } from '../../../graph/schema.ts';

const LISTS: Partial<Record<ConceptKind, string>> = {
  Task: `
    recognition classification detection segmentation translation summarization summarisation answering parsing tagging
    extraction retrieval recommendation prediction forecasting localization localisation tracking registration
    reconstruction completion captioning planning navigation manipulation grounding re-identification identification
    disambiguation resolution inference control adaptation synthesis editing mining diagnosis verification matching
    alignment linking inpainting denoising super-resolution deblurring understanding comprehension reasoning
    assessment allocation assignment scheduling routing racing discovery exploration visualization transfer problem
    problems task tasks challenge bandits bandit vision surveillance logistics surgery decomposition upsampling autonomy
    collaboration collection annotation labeling labelling conversion simplification entailment similarity-search
    interpretation interpretability-research segmentation grasping caging driving surveying monitoring decision-making
    prognosis screening anonymization moderation coding transcription dialogue-generation generation evaluation design
    maximization minimization search-problem completion imitation locomotion teleoperation rendering relighting
    induction unlearning steering-control mapping processing reasoning detection attribution comparison-task
    repair debugging proving verification games-playing qa nlp nli mt ner ocr review crossing estimation-problem
    estimation selection reduction quantification testing
  recovery counting forecasting imputation-task modelling-task tabulation-task reformulation autonomy
  `,
  Method: `
    learning network networks net nets model models modeling modelling method methods algorithm algorithms approach approaches framework
    frameworks transformer transformers encoder encoders decoder decoders attention attentions mechanism mechanisms module modules
    block blocks strategy strategies scheme schemes procedure technique techniques optimization optimisation
    regression process processes tree trees forest forests machine machines filter filters filtering sampling sampler search
    pretraining pre-training training fine-tuning finetuning prompting distillation augmentation regularization regularisation
    regularizer normalization pooling convolution convolutions kernel kernels loss losses estimator estimators
    classifier classifiers solver solvers heuristic heuristics descent bayes clustering analysis study studies controller
    controllers planner planners generator generators discriminator autoencoder autoencoders programming relaxation theory
    formulation parametrization parameterization approximation mixture mixtures pipeline architecture architectures
    engine tool toolkit adapter adapters imaging recording scheduler policy-gradient perceptron perceptrons boosting
    ensemble ensembles embedding quantization pruning compression crowdsourcing bootstrapping simulation simulator
    functionals projection projectors projector interpolator injector summarizer tracker detector detectors parser parsers tagger
    recognizer extractor extractors agent-system inference-rule rules rule guidelines questionnaires measures-system
    augmentation replay dropout backpropagation patching steering probing editing-method intervention averaging
    smoothing masking factorization decoding encoding encodings tokenization conditioning interface engineering
    mitigations test-time-scaling annealing regressors display stage system library package
    optimizer optimizers backbone actuation squares tabulation mixup distillation metric-learning wrapper
    grammar logic rewriting interpolation vectorization bi-clustering subsampling decorrelation separation questionnaire
    head-model transport matching-network path-model trainer trainers propagation passing carlo gradients-method protocol protocols
  `,
  Metric: `
    accuracy accuracies score scores rate rates error errors precision recall f1 bleu rouge performance efficiency complexity
    time speed cost-ratio coverage regret quality overhead consumption perplexity latency throughput auc measure metric
    metrics correlation fps ratio requirements runtime distance-to uniformity workspace force comfort naturalness
    preference f-score f1-score auroc loss-value curve variance-explained bits memory-usage length faithfulness-score
    agreement gap-score sensitivity specificity psnr ssim fid
  `,
  Dataset: `
    dataset datasets data-set data-sets corpus corpora benchmark benchmarks data database databases treebank treebanks testbed
    testbeds environment environments leaderboard feedback traces suite set sets platform museum scans gym wordnet
    repository simulators bench
  `,
  Term: `
    embeddings space policy distribution
  `,
};

/** What the last word of a phrase says of its kind. */
export const KIND_OF_HEAD: ReadonlyMap<string, ConceptKind> = new Map(
  Object.entries(LISTS).flatMap(([kind, heads]) =>
    heads
      .split(/\s+/)
      .filter(Boolean)
      .map((head): [string, ConceptKind] => [head, kind as ConceptKind]),
  ),
);

/** Phrases whose last two words overrule their head. */
export const KIND_OF_PAIR: ReadonlyMap<string, ConceptKind> = new Map([
  ['language model', 'Term'],
  ['language models', 'Term'],
  ['decision process', 'Term'],
  ['decision processes', 'Term'],
  ['transfer learning', 'Task'],
  ['multi-task learning', 'Task'],
  ['continual learning', 'Task'],
  ['meta learning', 'Task'],
  ['meta-reinforcement learning', 'Task'],
  ['least squares', 'Method'],
  ['squares estimation', 'Method'],
  ['likelihood estimation', 'Method'],
  ['expectation maximization', 'Method'],
  ['risk minimization', 'Method'],
  ['policy gradient', 'Method'],
  ['policy gradients', 'Method'],
  ['stochastic gradient', 'Method'],
  ['language modeling', 'Task'],
  ['language modelling', 'Task'],
  ['social network', 'Term'],
  ['social networks', 'Term'],
  ['probability measure', 'Term'],
  ['polynomial time', 'Term'],
  ['of experts', 'Method'],
  ['time series', 'Term'],
  ['treatment effect', 'Term'],
  ['random field', 'Method'],
  ['random fields', 'Method'],
  ['kernel function', 'Term'],
  ['inference rule', 'Method'],
  ['sample selection', 'Method'],
  ['federated learning', 'Method'],
  ['bayesian inference', 'Method'],
  ['variational inference', 'Method'],
  ['computer vision', 'Task'],
  ['decision making', 'Task'],
  ['maximum likelihood', 'Method'],
  ['monte carlo', 'Method'],
  ['data point', 'Term'],
  ['language processing', 'Task'],
  ['machine translation', 'Task'],
  ['pose estimation', 'Task'],
  ['depth estimation', 'Task'],
  ['shape estimation', 'Task'],
  ['motion estimation', 'Task'],
  ['state estimation', 'Task'],
  ['mapping estimation', 'Task'],
  ['density estimation', 'Task'],
  ['policy synthesis', 'Task'],
  ['mutual information', 'Term'],
  ['action space', 'Term'],
  ['search space', 'Term'],
  ['objective function', 'Term'],
  ['loss function', 'Method'],
  ['loss functions', 'Method'],
  ['learning rate', 'Term'],
  ['learning rates', 'Term'],
  ['graph neural', 'Method'],
  ['null space', 'Term'],
  ['support vector', 'Method'],
  ['user study', 'Method'],
  ['bandit algorithms', 'Method'],
]);
