import type { ConceptKind } from '../../../graph/schema.ts';

const LISTS: Partial<Record<ConceptKind, string>> = {
  Model: `
    bert roberta albert distilbert electra deberta xlnet t5 mt5 flan-t5 bart mbart gpt gpt-1 gpt-2 gpt-3 gpt-3.5 gpt-4 gpt-4o
    gpt-4v gpt-5 gpt-j gpt-neo gpt-neox chatgpt instructgpt codex llama llama-2 llama2 llama-3 llama3 llama-3.1 vicuna alpaca mistral mixtral
    gemma gemma-2 gemini claude claude-3 palm palm-2 qwen qwen2 qwen2.5 deepseek deepseek-r1 deepseek-v3 phi-2 phi-3 falcon
    bloom opt pythia olmo clip blip blip-2 llava flamingo sam dino dinov2 dall-e stable-diffusion imagen midjourney flux sora
    whisper wav2vec hubert alexnet vgg vgg-16 vgg16 vgg-19 resnet resnet-18 resnet-34 resnet-50 resnet50 resnet-101 resnet-152 densenet
    inception mobilenet efficientnet vit vit-b vit-l swin deit convnext yolo yolov3 yolov5 yolov8 elmo word2vec glove fasttext
    sbert sentence-bert scibert biobert codebert xlm xlm-r mbert m2m-100 nllb alphago alphazero alphafold alphafold2 muzero
    starcoder codellama code-llama controlnet esm-2 gato scgpt internvl qwen-vl minigpt-4 o1 o3 gpt-o1
  `,
  Dataset: `
    imagenet imagenet-1k imagenet-21k cifar cifar-10 cifar10 cifar-100 cifar100 mnist fashion-mnist svhn celeba lsun ffhq coco ms-coco
    mscoco voc pascal cityscapes kitti nuscenes ade20k scannet shapenet modelnet modelnet40 s3dis waymo lvis openimages
    laion laion-5b visual-genome vqa vqav2 gqa okvqa flickr30k refcoco refcoco+ kinetics kinetics-400 ucf101 hmdb51 activitynet thumos
    thumos'14 epic-kitchens ego4d youtube-8m hotpotqa squad triviaqa naturalquestions musique glue superglue mnli snli sst-2 qnli
    cola mrpc mmlu hellaswag winogrande arc piqa boolq gsm8k math humaneval mbpp big-bench bbh truthfulqa swe-bench
    wikitext wikitext-103 c4 pile openwebtext bookcorpus commoncrawl wikipedia wordnet framenet conceptnet freebase dbpedia wikidata
    yago fb15k fb15k-237 wn18 wn18rr ogb cora citeseer pubmed movielens imdb yelp mimic mimic-iii mimic-iv librispeech timit
    voxceleb ontonotes conll conll-2003 ace ace05 propbank penn-treebank treebank wmt wmt14 wmt16 iwslt flores cnn/dailymail xsum
    samsum multiwoz d4rl atari mujoco dm-control meta-world procgen minecraft alfworld webarena carla habitat gym openai-gym
    market1501 market-1501 dukemtmc cuhk03 lfw tinyimagenet tiny-imagenet omniglot domainnet office-31 squadv2 babi scan ptb
    livecodebench aime gpqa mmmu mt-bench alpacaeval ifeval longbench ruler
  `,
  Metric: `
    accuracy precision recall f1 f1-score f-score f-measure f1-measure f0.5 bleu rouge rouge-l rouge-1 rouge-2 meteor chrf chrf++ comet bertscore
    bleurt cider spice ter wer cer auc auroc auprc auc-roc roc-auc map miou iou dice psnr ssim lpips fid nrmse rmse mse mae mape nll
    perplexity regret mrr ndcg hits@1 hits@10 recall@1 pass@1 pass@k top-1 top-5 eer fvd kid fps flops latency throughput las uas r2 eer map@r
    specificity sensitivity elo ece brier pearson spearman kappa ate hota mota
  `,
  Method: `
    sgd adam adamw rmsprop dropout batchnorm lstm lstms bilstm gru cnn cnns rnn rnns gnn gnns gcn gcns gat gan gans vae vaes mlp mlps svm svms crf
    crfs hmm hmms gmm gmms pca ica lda knn k-means em mcmc hmc rl rlhf dpo ppo sac ddpg td3 dqn a3c trpo grpo reinforce q-learning
    sft lora qlora rag cot moe dnn dnns ann anns sgld admm mpc pid slam nerf nerfs maml icl peft tf-idf bm25 ransac sift surf hog
    transformer transformers lasso ucb thompson-sampling gp gps mdp-solver mixup cutmix autoencoder autoencoders vqvae vq-vae sae saes
    langchain pytorch tensorflow jax ssm ssms mamba node2vec deepwalk lime shap grad-cam ode-net snn snns kan kans ddpm mcts bp
    crowdsourcing distillation quantization pruning backpropagation boosting bagging lms xgboost lightgbm fpn rcnn r-cnn faster-rcnn mask-rcnn u-net unet
    erm dro ftrl omd mwu pcfg pcfgs cfg scfg scfgs mrf mrfs dbn dbns bn lqr ilqr rrt slerp knn k-nn em-algorithm glm glms gam gams
    arma arima garch pomcp td q-learning sarsa ddpg a3c a2c td3 sac trpo ppo dqn ddqn bptt ctc mle map-estimation smc abc pgd fgsm
    detr deeplab fcn fcns convnet convnets convnets dcnn dcnns seq2seq attention self-attention cross-attention
  `,
  Task: `
    nlp nlu nlg qa vqa-task mt nmt smt asr tts ocr ner pos-tagging re-id reid nli wsd srl ood-detection ir cv ssl hpo nas fl il bci automl irl mtl cl tl dg uda
    planning segmentation parsing summarization summarisation captioning translation retrieval localization tracking
    navigation manipulation registration grasping inpainting denoising anomaly-detection forecasting surveillance
  `,
  Term: `
    llm llms lm lms vlm vlms mllm mllms plm plms mdp mdps pomdp pomdps dag dags kg kgs gpu gpus cpu cpus tpu tpus iid i.i.d. lidar imu rgb rgb-d
    ai agi api apis ode odes pde pdes sde sdes np-hard english chinese french german japanese arabic spanish hindi
    kl rct rcts lti mimo stdp ltp psd cdf pdf snr roi rois vc pac gui guis sql html xml json url utf-8 nsf darpa nist ieee acm
    github covid-19 dna rna mri ct eeg fmri uav uavs iot http ntk rkhs
  `,
};

/** Widely known names, lower-cased, with their kind: never taken for a paper's own, and typed at sight. */
export const KNOWN_NAMES: ReadonlyMap<string, ConceptKind> = new Map(
  Object.entries(LISTS).flatMap(([kind, names]) =>
    names
      .split(/\s+/)
      .filter(Boolean)
      .map((name): [string, ConceptKind] => [name, kind as ConceptKind]),
  ),
);
