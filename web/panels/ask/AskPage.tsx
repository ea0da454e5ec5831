/** Questions in plain words, and their answers. */
export default function AskPage() {
  return <h2>Ask</h2>;
}
