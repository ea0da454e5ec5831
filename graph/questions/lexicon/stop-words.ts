/** Words that say nothing of what is asked for. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above across after again against all almost along already also although always am among amongst an and
another any anything are as at be because been before behind being below beneath beside besides between beyond both but
by can cannot case cases come comes could did different do does doing done down during each either else especially etc
even ever every everything few first following for from further general given gives giving go goes got had has have
having he hence her here hers him his how however i if in inside instead into is it its itself just kind know known
less let like made mainly make makes making many may me might mine more moreover most much must my named namely near
need neither never new next no non nor not nothing now of off often on once one only onto or other others our ours
out over own particular perhaps please possible quite rather really same say says see seem seen several shall she
should show shows since so some something still such take taken than that the their them themselves then there
therefore these they thing things this those though through throughout thus to together too toward towards two under
until up upon us used using various very via was way ways we well were what whatever when where whether which while
who whom whose why will with within without would yes yet you your yours really actually exactly currently ago
there's what's that's corpus corpora collection document documents database graph here present occur occurs exist
exists available total overall altogether distinct different unique separate various respectively example examples novel existing recent proposed`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that most abstracts have. */
export const WORDS_OF_ABSTRACTS: ReadonlySet<string> = new Set(
  `work works approach paper papers article articles study studies publication publications abstract abstracts find finds found show shown results result propose proposed proposes introduce introduced introduces present presents novel method methods model models task tasks dataset datasets data learning based using large language performance analysis understanding existing recent common building important downstream provide provides demonstrate demonstrates code training trained`
    .split(/\s+/)
    .filter(Boolean),
);
