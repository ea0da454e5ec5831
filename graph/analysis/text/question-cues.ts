/** What a sentence says of its question. */
export interface QuestionCue {
  name: string;
  pattern: RegExp;
  /** 0 to 1: how surely such a sentence states that something is not known or not done. */
  strength: number;
}

const STILL = String.raw`(?:\s+(?:still|yet|largely|mostly|mainly|currently|rather|somewhat|relatively|quite|very|as|of|often|also|far|from|generally|essentially|surprisingly|comparatively|theoretically|an?|the|fairly|remarkably|widely|highly|poorly|significantly|vastly|entirely|completely|to\s+be|in\s+general|however,?|thus|so))*\s+`;
const IS = `(?:is|are|remains?|seems?|stays?|left)${STILL}`;
/** "The rate is unknown" is a setting; "is still unknown" and "remains unknown" are states of knowledge. */
const IS_STILL = String.raw`(?:remains?${STILL}|(?:is|are)\s+(?:still|yet|largely|mostly|currently|as\s+yet|so\s+far|theoretically)${STILL})`;
const ASKED = String.raw`(?:whether|if|how|why|what|when|where|which|to\s+what|that|exactly)`;

const cue = (name: string, strength: number, ...patterns: string[]): QuestionCue => ({
  name,
  strength,
  pattern: new RegExp(patterns.map((pattern) => String.raw`\b(?:${pattern})`).join('|'), 'i'),
});

/** From the surest down: of several in one sentence the first counts. */
export const QUESTION_CUES: readonly QuestionCue[] = [
  cue(
    'open question',
    1,
    String.raw`(?:open|unsolved|unresolved|unanswered|outstanding)(?:[- ]ended)?\s+(?:\w+\s+)?(?:question|problem|conjecture|issue|challenge)s?\b`,
    String.raw`(?:remain|remains|is|are|still|left|leaves?|leaving)(?:\s+[^\s,;:.]+){0,4}\s+(?:unsolved|unresolved|unanswered|open(?=[.,;:)]|$|\s+(?:how|whether|what|why|which|if|despite|even|since|until|as\s+to|in|and|is|for\s+(?:the|all|any|more|general)|the\s+(?:general\s+)?(?:question|possibility|problem|challenge))\b))`,
  ),
  cue(
    'not known',
    0.9,
    String.raw`${IS}(?:unclear|elusive|mysterious|(?:an?\s+)?(?:mystery|puzzle)\b)`,
    String.raw`${IS_STILL}unknown\b(?!\s+(?:a\s+priori|in\s+advance|to\s+the))`,
    String.raw`not\s+(?:yet\s+|entirely\s+|always\s+|at\s+all\s+|immediately\s+|obvious\s+or\s+)?(?:clear|known|obvious|evident)\s+${ASKED}`,
    String.raw`(?:unknown|unclear|uncertain)\s+${ASKED}`,
    String.raw`(?:we|it|one)\s+(?:do|does)\s+not\s+(?:yet\s+)?know\s+${ASKED}`,
  ),
  cue(
    'not understood',
    0.9,
    String.raw`(?:poorly|little|not|incompletely|hardly|barely|insufficiently|scarcely|less|never|far\s+from|only\s+partially|only\s+partly)(?:\s+(?:yet|been|fully|well|completely|entirely|theoretically|being|very|so|currently|always|thoroughly))*(?:-|\s+)understood`,
    String.raw`(?:little|not\s+much|very\s+little|(?:much|far)\s+less|almost\s+nothing|nothing)\s+(?:is|was|has\s+been)(?:\s+(?:currently|still|yet|theoretically))*\s+(?:known|understood)`,
    String.raw`lack(?:s|ing)?(?:\s+of)?(?:\s+(?:an?|the|any))?(?:\s+\w+)?\s+(?:understanding|explanations?|theory|theoretical\s+(?:foundations?|analys[ie]s|justifications?|guarantees|underpinnings?)|formal\s+(?:analysis|treatment))`,
    String.raw`understanding\b[^.;]{0,80}\b${IS}(?:limited|lacking|incomplete|missing|unsatisfactory|shallow|in\s+its\s+infancy)`,
  ),
  cue(
    'not studied',
    0.8,
    String.raw`(?:has|have)\s+(?:not|never|rarely|hardly|seldom|barely|scarcely)\s+(?:yet\s+|previously\s+|so\s+far\s+)*(?:been\s+)?(?:yet\s+|well\s+|fully\s+|thoroughly\s+|systematically\s+|extensively\s+|widely\s+|adequately\s+|rigorously\s+|much\s+)*(?:studied|explored|investigated|addressed|examined|analy[sz]ed|tested|established|received)`,
    String.raw`(?:under-?explored|under-?studied|less\s+studied|less\s+explored|un(?:der)?-?explored|unstudied|under-?investigated|uninvestigated)`,
    String.raw`(?:little|scant|no|limited|less|insufficient|not\s+much)\s+(?:\w+\s+)?(?:attention|research|work)\s+(?:has|have|is|was|on|in|exists?|to)\b`,
    String.raw`(?:remains?|yet|still\s+(?:has|have|needs?))\s+to\s+be\s+(?:\w+\s+)?(?:seen|tested|studied|explored|investigated|determined|understood|explained|established|addressed|answered|shown|proven|proved|discovered|elucidated|clarified|resolved|solved|demonstrated|verified|validated)`,
    String.raw`received\s+(?:\w+\s+)?(?:little|scant|limited|less|no)\s+(?:\w+\s+)?attention`,
  ),
  cue(
    'none known',
    0.7,
    String.raw`(?:there\s+(?:is|are|has\s+been|have\s+been|exists?)|we\s+have|has|have)(?:\s+(?:currently|still|yet|essentially|so\s+far|as\s+yet|generally))*\s+(?:no|little)\s+(?:\w+\s+)?(?:consensus|agreement|(?:known|general|satisfactory|principled|systematic|theoretical|rigorous|formal|unified|established|accepted|comprehensive)\s+(?:\w+\s+)?(?:algorithm|method|approach|theory|way|framework|guarantee|result|explanation|understanding|analysis|justification|bound|definition|measure|technique|procedure|solution|account|treatment|study|evidence|foundation|answer)s?)`,
    String.raw`no\s+(?:clear\s+|general\s+)?consensus`,
  ),
  cue(
    'future work',
    0.7,
    String.raw`(?:future|further)\s+(?:work|research|stud(?:y|ies)|investigations?|experiments?)\s+(?:should|could|may|might|will|must|needs?|is\s+(?:needed|required|necessary)|are\s+(?:needed|required)|can|would|includes?|involves?)\b`,
    String.raw`(?:leave|leaves|leaving|left|deferred?)\b[^.;]{0,120}\b(?:future|further|subsequent)\s+(?:work|research|stud(?:y|ies)|investigations?)`,
    String.raw`(?:need|needs|call|calls|calling|needed|required|requires|warrants?|deserves?|merits?)\b(?!\s+no\b)[^.;]{0,40}\b(?:more|further|additional|future)\s+(?:research|work|stud(?:y|ies)|investigations?|exploration|attention)`,
  ),
  cue(
    'hard still',
    0.5,
    String.raw`(?:remains?|is\s+still|are\s+still|continues?\s+to\s+be|poses?\s+still)(?:\s+(?:\w+-)?\w+){0,3}\s+(?:challeng(?:e|es|ing)|difficult|problematic|intractable|hard|bottleneck|obstacle|limited|lacking|missing|scarce|infancy|under-?developed)`,
    String.raw`(?:still|currently)\s+lacks?\b`,
    String.raw`challenges?\s+(?:still\s+)?remains?`,
  ),
  {
    name: 'asked',
    strength: 0.5,
    // Asked of nobody else: a question word or an auxiliary opens it, or what follows a colon, comma or bracket.
    pattern:
      /(?:^|[:,;(–—]\s*|\b(?:and|question|then|but|so|or|yet|is|ask|of|example|words)\W{1,3}(?:\d[.)]\s*)?)(?:how|why|what|when|where|whether|which|who|can|could|do|does|did|is|are|will|would|should|must|may|to what|under what|under which|in what|in which|for which|at what)\b[^?]{12,}\?["'”’)]*$/i,
  },
];
