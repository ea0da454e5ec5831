import { describe, expect, it } from 'vitest';
import { findAcronyms } from '../../../ingest/extract/acronyms.ts';

const pairs = (text: string) => findAcronyms(text).map(({ short, long }) => `${short} = ${long}`);

/** Our own sentences, in the ways in which abstracts of medicine and biology define short forms. */
const DEFINED: readonly [string, ...string[]][] = [
  ['Serum interleukin-6 (IL-6) rose within hours.', 'IL-6 = interleukin-6'],
  [
    'The cytokines interleukin 2 (IL-2) and tumor necrosis factor-alpha (TNF-alpha) were low.',
    'IL-2 = interleukin 2',
    'TNF-alpha = tumor necrosis factor-alpha',
  ],
  [
    'Transforming growth factor-beta1 (TGF-beta1) was blocked.',
    'TGF-beta1 = Transforming growth factor-beta1',
  ],
  ['Levels of tumour necrosis factor-α (TNF-α) fell.', 'TNF-α = tumour necrosis factor-α'],
  ['Levels of tumour necrosis factor alpha (TNFα) fell.', 'TNFα = tumour necrosis factor alpha'],
  ['Release of 5-hydroxytryptamine (5-HT) was slow.', '5-HT = 5-hydroxytryptamine'],
  [
    'Release of serotonin and 5-hydroxyindoleacetic acid (5-HIAA) was slow.',
    '5-HIAA = 5-hydroxyindoleacetic acid',
  ],
  [
    'Carriers of human immunodeficiency virus type 1 (HIV-1) came twice.',
    'HIV-1 = human immunodeficiency virus type 1',
  ],
  ['Inhibitors of phosphatidylinositol 3-kinase (PI3K) act here.', 'PI3K = phosphatidylinositol 3-kinase'],
  [
    'Mice were given 1-methyl-4-phenyl-1,2,3,6-tetrahydropyridine (MPTP) daily.',
    'MPTP = 1-methyl-4-phenyl-1,2,3,6-tetrahydropyridine',
  ],
  ['Binding of N-methyl-D-aspartate (NMDA) receptors was measured.', 'NMDA = N-methyl-D-aspartate'],
  ['A gain of gamma-aminobutyric acid (GABA) was seen.', 'GABA = gamma-aminobutyric acid'],
  [
    'Patients with chronic obstructive pulmonary disease (COPD) smoked.',
    'COPD = chronic obstructive pulmonary disease',
  ],
  ['Patients with systemic lupus erythematosus (SLE) tired.', 'SLE = systemic lupus erythematosus'],
  ['By polymerase chain reaction (PCR) we found none.', 'PCR = polymerase chain reaction'],
  [
    'By reverse transcription-polymerase chain reaction (RT-PCR) we found none.',
    'RT-PCR = reverse transcription-polymerase chain reaction',
  ],
  ['An enzyme-linked immunosorbent assay (ELISA) was run.', 'ELISA = enzyme-linked immunosorbent assay'],
  [
    'High-performance liquid chromatography (HPLC) was used.',
    'HPLC = High-performance liquid chromatography',
  ],
  ['The area under the curve (AUC) doubled.', 'AUC = area under the curve'],
  ['Deoxyribonucleic acid (DNA) was cut.', 'DNA = Deoxyribonucleic acid'],
  ['Adenosine triphosphate (ATP) was spent.', 'ATP = Adenosine triphosphate'],
  ['Monoclonal antibodies (mAbs) bound.', 'mAbs = Monoclonal antibodies'],
  ['A monoclonal antibody (MAb) bound.', 'MAb = monoclonal antibody'],
  ['Messenger RNA (mRNA) was stable.', 'mRNA = Messenger RNA'],
  ['Cyclic AMP (cAMP) rose.', 'cAMP = Cyclic AMP'],
  ['A tissue-type plasminogen activator (t-PA) was given.', 't-PA = tissue-type plasminogen activator'],
  ['Nitric oxide synthase (NOS) was absent.', 'NOS = Nitric oxide synthase'],
  ['Poly(ADP-ribose) polymerase (PARP) was cleaved.', 'PARP = Poly(ADP-ribose) polymerase'],
  ['Maximal oxygen uptake (VO(2max)) was not changed.'],
  ['The body mass index (BMI, kg/m2) was high.', 'BMI = body mass index'],
  ['The body mass index (BMI; in kg/m2) was high.', 'BMI = body mass index'],
  [
    'Healthy volunteers with magnetic resonance imaging [MRI] scans came.',
    'MRI = magnetic resonance imaging',
  ],
  ['Tissues (from the central nervous system [CNS]) were fixed.', 'CNS = central nervous system'],
  ['The odds ratio (OR) was two.', 'OR = odds ratio'],
  ['The relative risk (RR = 2.1) was high.', 'RR = relative risk'],
  ['Standard deviation (SD) is given.', 'SD = Standard deviation'],
  [
    'Low-density lipoprotein (LDL) and high-density lipoprotein (HDL) cholesterol fell.',
    'LDL = Low-density lipoprotein',
    'HDL = high-density lipoprotein',
  ],
  ['Doses were given intravenously (i.v.) or orally.', 'i.v. = intravenously'],
  ['Doses were given subcutaneously (s.c.) or orally.', 's.c. = subcutaneously'],
  ['A fragment of 300 base pairs (bp) was seen.', 'bp = base pairs'],
  ['Each amino acid (aa) was changed.', 'aa = amino acid'],
  ['GFR (glomerular filtration rate) was kept.', 'GFR = glomerular filtration rate'],
  ['CSF (cerebrospinal fluid) was drawn.', 'CSF = cerebrospinal fluid'],
  ['IL-1 (interleukin-1) was added.', 'IL-1 = interleukin-1'],
  ['Acute myocardial infarction(AMI) is frequent.', 'AMI = Acute myocardial infarction'],
  ['Amyotrophic lateral sclerosis (hereafter ALS) is rare.', 'ALS = Amyotrophic lateral sclerosis'],
  ['Amyotrophic lateral sclerosis, abbreviated ALS, is rare.', 'ALS = Amyotrophic lateral sclerosis'],
  [
    'Abbreviations: ALS, amyotrophic lateral sclerosis; MND, motor neuron disease.',
    'ALS = amyotrophic lateral sclerosis',
    'MND = motor neuron disease',
  ],
  [
    '(ECG = electrocardiogram; EEG = electroencephalogram)',
    'ECG = electrocardiogram',
    'EEG = electroencephalogram',
  ],
  [
    'An electrocardiogram (ECG) and an electroencephalogram (EEG) were taken.',
    'ECG = electrocardiogram',
    'EEG = electroencephalogram',
  ],
  ['Electromyographic (EMG) activity was low.', 'EMG = Electromyographic'],
  ['Cytochrome P450 (CYP) enzymes act.', 'CYP = Cytochrome P450'],
  [
    'Hepatitis C virus (HCV) and hepatitis B surface antigen (HBsAg) were found.',
    'HCV = Hepatitis C virus',
    'HBsAg = hepatitis B surface antigen',
  ],
  ['Apolipoprotein E (apoE) was typed.', 'apoE = Apolipoprotein E'],
  ['Hemoglobin (Hb) was low.', 'Hb = Hemoglobin'],
  ['Angiotensin II (Ang II) was infused.', 'Ang II = Angiotensin II'],
  ['Angiotensin-converting enzyme (ACE) inhibitors help.', 'ACE = Angiotensin-converting enzyme'],
  [
    'Insulin-dependent diabetes mellitus (IDDM) and non-insulin-dependent diabetes mellitus (NIDDM) differ.',
    'IDDM = Insulin-dependent diabetes mellitus',
    'NIDDM = non-insulin-dependent diabetes mellitus',
  ],
  ['Bone mineral density (BMD) of the hip was low.', 'BMD = Bone mineral density'],
  ['Dual-energy X-ray absorptiometry (DXA) was used.', 'DXA = Dual-energy X-ray absorptiometry'],
  [
    'Granulocyte-macrophage colony-stimulating factor (GM-CSF) was given.',
    'GM-CSF = Granulocyte-macrophage colony-stimulating factor',
  ],
  ['Recombinant human erythropoietin (rHuEPO) was given.', 'rHuEPO = Recombinant human erythropoietin'],
  [
    'Methicillin-resistant Staphylococcus aureus (MRSA) grew.',
    'MRSA = Methicillin-resistant Staphylococcus aureus',
  ],
  ['The World Health Organization (WHO) asks.', 'WHO = World Health Organization'],
  ['Proliferating cell nuclear antigen (PCNA) stained.', 'PCNA = Proliferating cell nuclear antigen'],
  ['Matrix metalloproteinase-9 (MMP-9) was cut.', 'MMP-9 = Matrix metalloproteinase-9'],
  ['Basic fibroblast growth factor (bFGF) was added.', 'bFGF = Basic fibroblast growth factor'],
  ['Phorbol 12-myristate 13-acetate (PMA) acts.', 'PMA = Phorbol 12-myristate 13-acetate'],
  [
    'Sodium dodecyl sulfate-polyacrylamide gel electrophoresis (SDS-PAGE) was run.',
    'SDS-PAGE = Sodium dodecyl sulfate-polyacrylamide gel electrophoresis',
  ],
  [
    'Natural killer (NK) cells and peripheral blood mononuclear cells (PBMCs) were counted.',
    'NK = Natural killer',
    'PBMCs = peripheral blood mononuclear cells',
  ],
  ['Lipopolysaccharide (LPS) was added.', 'LPS = Lipopolysaccharide'],
  ['Ethylenediaminetetraacetic acid (EDTA) was added.', 'EDTA = Ethylenediaminetetraacetic acid'],
  ['Fluorescein isothiocyanate (FITC) glows.', 'FITC = Fluorescein isothiocyanate'],
  ['Streptozotocin (STZ)-treated rats were lean.', 'STZ = Streptozotocin'],
  ['The effect of all-trans retinoic acid (ATRA) was seen.', 'ATRA = all-trans retinoic acid'],
  ['Lupus erythematosus, systemic (SLE) was seen.', 'SLE = Lupus erythematosus, systemic'],
];

const UNDEFINED = [
  'Ten patients (n = 12) were seen (P < 0.05).',
  'The rate rose (Fig. 2) and fell (Table 1).',
  'Ten rats (control) were kept at 20 degrees C (room temperature).',
  'It was shown before (Miller et al., 1994) and again (Smith and Jones 1999).',
  'A dose (10 mg/kg) was given for ten days (days 1-10).',
  'There were (i) old and (ii) new cases of (a) one and (b) two kinds.',
  'Most were women (60%) aged 40 (range 20-60) years.',
  'The buffer (pH 7.4) was from Sigma (St. Louis, MO).',
  'Some (12/30) were men (mean age, 50 years).',
  'Disease of stages (III and IV) was treated in Paris (France).',
  'The drug (500 mg) was taken twice (see Methods).',
  'Cases were mild (grade I) or severe (grade III).',
];

describe('abbreviations as abstracts of medicine and biology define them', () => {
  it.each(DEFINED)('reads %s', (text, ...wanted) => {
    expect(pairs(text)).toEqual(wanted);
  });

  it.each(UNDEFINED)('finds nothing in %s', (text) => {
    expect(pairs(text)).toEqual([]);
  });
});
