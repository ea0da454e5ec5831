/** British words whose American spelling no rule gives. */
const WORDS = new Map(
  (
    'programme program|programmes programs|grey gray|artefact artifact|artefacts artifacts|ageing aging|' +
    'judgement judgment|acknowledgement acknowledgment|manoeuvre maneuver|aluminium aluminum|sulphur sulfur|' +
    'defence defense|offence offense|licence license|pretence pretense|practise practice|sceptic skeptic|' +
    'sceptical skeptical|scepticism skepticism|tyre tire|plough plow|mould mold|moulding molding|draught draft|' +
    'storey story|aeroplane airplane|cheque check|kerb curb|disc disk|enrolment enrollment|fulfilment fulfillment|' +
    'catalogue catalog|analogue analog|dialogue dialog|homologue homolog|monologue monolog|' +
    'catalogues catalogs|dialogues dialogs|focussed focused|focussing focusing|benefitted benefited|' +
    'learnt learned|spelt spelled|orientated oriented|anaesthesia anesthesia|haemorrhage hemorrhage|' +
    'haemoglobin hemoglobin|paediatric pediatric|oestrogen estrogen|foetal fetal|foetus fetus|leukaemia leukemia|' +
    'anaemia anemia|orthopaedic orthopedic|gynaecology gynecology|oedema edema|diarrhoea diarrhea|' +
    'haematology hematology|ischaemia ischemia|ischaemic ischemic|caesarean cesarean|oesophageal esophageal|' +
    'encyclopaedia encyclopedia|mediaeval medieval|speciality specialty'
  )
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** Words in -ise that are so everywhere. */
const ALWAYS_ISE = new Set(
  (
    'rise arise surprise enterprise comprise reprise apprise promise compromise premise demise surmise chemise ' +
    'precise imprecise concise exercise excise incise circumcise raise praise appraise braise liaise paradise ' +
    'merchandise franchise disenfranchise treatise expertise advertise chastise despise guise disguise poise cruise ' +
    'bruise turquoise tortoise porpoise valise'
  ).split(' '),
);
const ALWAYS_ISE_ENDING = /(?:noise|wise|vise)$/;

const ISE = /^(.{2,})is(e|ed|er|ers|es|ing|able|ation|ations|ational)$/;
const YSE = /^(anal|paral|catal|dial|electrol|hydrol)ys(e|ed|er|ers|ing)$/;
const OUR =
  /(behavi|col|neighb|fav|lab|hon|hum|vap|tum|flav|rum|harb|arm|endeav|od|rig|vig|clam|demean|cand|parl|splend|ferv|sav|savi)our/;
const RE = /(^|[a-z])(cent|fib|met|lit|theat|calib|spect|lust|sab|meag)re(s|d)?$/;
const DOUBLED =
  /(mode|labe|signa|trave|leve|cance|channe|tunne|tota|fue|counse|dia|marsha|jewe|equa|riva|spira|pane|beve)ll(ing|ings|ed|er|ers)$/;

/** Without any of these no rule applies. */
const MAYBE_BRITISH = /is[aei]|ys[ei]|our|re[sd]?$|centring|ll[ei]/;

/** A lower-case word in American spelling: behaviour, modelling, optimisation, centre, analyse. */
export function american(word: string): string {
  const known = WORDS.get(word);
  if (known !== undefined) return known;
  if (!MAYBE_BRITISH.test(word)) return word;
  const ise = ISE.exec(word);
  if (ise) {
    const verb = `${ise[1]}ise`;
    return ALWAYS_ISE.has(verb) || ALWAYS_ISE_ENDING.test(verb) ? word : `${ise[1]}iz${ise[2]}`;
  }
  return word
    .replace(YSE, '$1yz$2')
    .replace(OUR, '$1or')
    .replace(RE, (_, before: string, stem: string, end = '') => `${before}${stem}er${end}`)
    .replace(/centring$/, 'centering')
    .replace(DOUBLED, '$1l$2');
}
