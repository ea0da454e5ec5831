/** Where a clause of a coded sentence begins. */
const CLAUSE =
  / ?(?:[,;:]|\b(?:but|while|whereas|although|though|because|since|however|that|which|who|if|when|where|so|yet)\b) /g;
const DENIAL =
  /\b(?:not|no|never|cannot|nor|neither|without|instead of|rather than|against (?:the )?[a-z]+ing|(?:argu|caution|warn|advis|recommend|decid)(?:es?|s|ed|ing)? against)\b/;

/** Whether what stands from `from` to `to` of a coded sentence is denied: before or in it, in its own clause. */
export function isDenied(line: string, from: number, to: number): boolean {
  let start = 0;
  for (const { index, 0: border } of line.slice(0, from).matchAll(CLAUSE)) start = index + border.length;
  return DENIAL.test(line.slice(start, to));
}
