/** The words without meaning that an answer may leave out; any other that nothing comes of makes it an answer to another question. */
export const HARMLESS: ReadonlySet<string> = new Set(
  `a about all along also am an another any are as at be been being by can case cases come comes could different
distinct do does doing done ever existing for from further given gives giving got had has have having here how
i if in into is it its itself kind known let made make makes making may me might moreover must my named namely need new
novel now of off on other others our out own papers particular please possible present presented proposed really recent
respectively respective say says see seem seen separate shall she should show shows so some still such taken
that that's the their them themselves then there there's therefore these they thing things this those through throughout
thus to too toward towards unique up us used using various very via was way ways we were what what's whatever where which
who whom whose will with would you your actually currently exactly word words phrase string name whether corpus corpora collection document documents database
graph here occur occurs exist exists available total overall altogether example examples`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words of content that measure, order or restrict, which no condition is made of. */
export const UNREAD: ReadonlySet<string> = new Set(
  `single sole solely alone exclusively simultaneously twice thrice half majority minority early mid late same unlike second
third fourth fifth everything everybody else nothing nobody always mostly mainly rarely seldom frequently usually hardly barely nearly
roughly approximately consecutive identical opposite except unless vice versa primarily double triple`
    .split(/\s+/)
    .filter(Boolean),
);
