import { wordSet } from './word-set.ts';

/** Adjectives of praise, degree, time and vagueness: at the front of a phrase they name no other concept. */
export const WEAK_MODIFIERS = wordSet(`
  novel new newly innovative original fresh first next final last latest recent current previous prior past future
  existing proposed presented introduced developed described suggested aforementioned above-mentioned mentioned
  given obtained used employed following resulting corresponding associated related respective relevant remaining
  underlying involved considered studied observed reported required desired intended needed chosen selected
  state-of-the-art state-of-art sota cutting-edge leading top top-performing best best-performing better strong
  stronger strongest superior good great excellent impressive remarkable promising competitive comparable
  outstanding significant substantial considerable notable important crucial    key
  core main major minor  primary principal vital significant important
  simple simpler simplest easy easier straightforward plain basic elementary naive
  effective efficient highly-efficient powerful useful helpful practical feasible viable suitable appropriate
  proper reliable robust scalable flexible versatile  generic generalizable universal unified principled
  elegant lightweight fast faster fastest slow quick rapid cheap inexpensive expensive costly cost-effective
  accurate inaccurate precise high-quality low-quality high-performance high-fidelity
  difficult hard harder challenging complex complicated sophisticated nontrivial non-trivial tedious
  various several diverse multiple numerous many different varied distinct separate  single
  common commonly widespread popular well-known well-established widely-used standard conventional traditional
  classical classic typical usual ordinary regular modern contemporary
  certain particular specific special unique typical potential possible likely plausible available accessible
  additional extra further other another same similar such own entire whole full complete  total overall
  large larger largest big bigger huge massive vast enormous small smaller smallest tiny little limited
  large-scale small-scale high higher highest low lower lowest long longer short shorter wide wider broad broader
  extensive comprehensive thorough detailed in-depth deeper systematic rigorous careful  experimental
   preliminary initial early real actual true correct right wrong false
  interesting surprising intriguing attractive desirable undesirable ideal   
  successful poor worse worst bad inferior insufficient inadequate severe serious
  clear   obvious apparent evident meaningful valuable rich
  growing increasing increased decreasing reduced improved enhanced advanced emerging ongoing
  unknown known unseen seen necessary sufficient mere sheer  
  scientific technical academic publicly public popular human-like seminal
  downstream daily everyday so-called whole  holistic considerable prohibitive negligible
   subtle   key recent real-life real-world
  half third fourth fifth two three four five six seven eight nine ten one hundred thousand million billion
  open-source off-the-shelf proprietary open-sourced publicly-available
  aware able unable capable responsible prone necessary worth due subject sensitive free
  respective greater fine  exact approximate heavy hidden-cost costly
  extremely highly ever-growing ever-increasing non-standard fewer hot
  blurry fragmented corrupted convincing vivid generated editable transparent unsatisfactory expressive annotated
  prevalent ambiguous optimized optimised perfect preferred consecutive extracted estimated predicted personal auxiliary crude latter former
  attended referring benchmark tested unprecedented noticeable undesired helpful harmful-free convenient intuitive
  handful restrictive complementary overlapping related closely-related so-called selected crafted manual
  average resultant computed collected derived constructed designed trained tested evaluated optimized aforesaid
  stark present careful widespread arbitrary unnecessary provable provably
  previous-generation next-generation long-standing  
`);

/** Participles and adjectives that make a phrase of a bare generic noun and still name nothing. */
export const EMPTY_MODIFIERS = wordSet(`
  benchmark test testing evaluation  experimental research study baseline  main work paper
   application performance real-world wide-ranging qualitative quantitative
  simulation case example
  fundamental essential general joint partial explicit implicit intrinsic inherent optimal suboptimal sub-optimal direct indirect individual central critical empirical theoretical long-term short-term coarse
  extensive real synthetic toy simulated recent qualitative quantitative numerical comparative
`);
