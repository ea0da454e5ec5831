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
  interacting neighboring neighbouring varying competing moving overlapping surrounding evolving missing
  cooperating self-organizing forward backward inverse
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
  co-occur co-occurs surpass surpasses improve improves suffer suffers require requires learn learns generate generates
  fine-tune finetune pretrain pre-train employ employs utilize utilizes capture captures
  exploit exploits facilitate facilitates mitigate mitigates alleviate alleviates rely relies reveal reveals
  integrate integrates incorporate incorporates predict predicts estimate identify identifies aim aims
  make makes take takes use uses find finds lead leads help helps allow allows consist consists
`);

/** Behind a noun these open a reduced relative clause; they never modify what follows. */
export const CLAUSE_VERBS = wordSet(`
  called named termed dubbed coined titled owing depending containing involving comprising representing using
  consisting including excluding leveraging employing combining enabling allowing achieving leading resulting
  showing suggesting indicating demonstrating featuring covering spanning requiring exploiting utilizing solving
  presenting producing providing performing arising describing capturing exhibiting yielding having being
  making taking giving helping uniting relating mapping-to defining connecting linking corresponding following
  proposed introduced presented based trained designed aimed tailored inspired motivated given
  addressing tackling targeting considering considered limiting preventing constructed
`);

/** Gerunds that modify a noun or name a concept by themselves; others in front of a phrase are verbs. */
export const NOUN_GERUNDS = wordSet(`
  training learning planning reasoning prompting pretraining pre-training fine-tuning finetuning clustering parsing
  tagging tracking sampling pruning steering patching grokking unlearning probing boosting bagging hashing
  crowdsourcing scheduling routing grasping caging bearing gating ranking racing driving programming computing
  engineering twisting locking smoothing pooling filtering processing post-processing preprocessing pre-processing
  bootstrapping embedding encoding decoding masking bi-clustering transfer-learning meta-training
  stemming chunking captioning segmenting rendering imaging sensing matching meta-learning subsampling
  dropout-training recycling lighting shading hearing aging spelling meaning building drawing painting
  manufacturing marketing banking farming gaming curriculum-learning counting indexing caching
  self-training co-training distillation-training hill-climbing branching voting bidding pricing
  walking swimming hopping jumping lane-keeping parking docking landing
  machine-learning mixing weighting kriging krigging thresholding data-mining mining folding docking sequencing
  backtracking inpainting denoising deblurring upsampling downsampling super-sampling relighting editing
  inferencing summarizing forecasting nowcasting modelling modeling fuzzing rounding
  interpolating-training binding splicing signaling signalling scaling querying debugging tuning
`);

/** In front of a phrase these are verbs (*learning* user preferences), save before the heads below. */
export const LEADING_GERUNDS = wordSet(`
  learning modeling modelling encoding decoding editing processing tracking rendering counting indexing scaling sensing training
  mining masking sampling ranking matching tuning querying grasping
`);

/** Behind a leading gerund these show that it modifies (learning rate, training data). */
export const GERUND_HEADS = wordSet(`
  rate rates theory dynamics curve curves objective objectives signal signals law laws data tasks task complexity
  outputs set sets time algorithm algorithms method methods approach approaches model models framework frameworks
  strategy strategies process processes system systems problem problems paradigm paradigms technique techniques
  loss losses function functions procedure procedures rule rules stage stages phase performance accuracy error errors
  module modules network networks mechanism mechanisms scheme schemes efficiency speed cost costs policy policies
  step steps agent agents metrics metric capability capabilities ability abilities power pipeline pipelines
  distribution distributions instability stability environment environments setting settings environments
`);

/** Nouns that join what follows to one name: mixture *of* experts, structure *from* motion. */
export const JOINING_NOUNS = wordSet(`
  mixture-of mixtures-of bag-of bags-of chain-of chains-of tree-of graph-of degrees-of degree-of structure-from
  internet-of center-of centre-of quality-of assembly-of curse-of method-of product-of products-of ensemble-of
  theory-of
`);

/** Names of symbols and operators, left over from formulas. */
export const NOTATION = wordSet(`
  log sqrt exp frac mathcal mathbb mathbf mathrm mathbbr mathsf textit textbf texttt emph text cdot cdots ldots ldot times
  infty infinity epsilon varepsilon delta theta omega sigma tau rho phi psi xi zeta eta mu nu kappa ell geq leq neq approx
  sim tilde widetilde hat widehat bar rightarrow leftarrow mapsto forall exists citep citet cite ref nnz sup inf argmax argmin
  poly polylog iff ie eg cf min max sum prod int partial nabla lambda gamma alpha beta vs
`);
