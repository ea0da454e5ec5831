/** The dashed outline that marks what is unsure of its theme, as on the map; says so to who cannot see it. */
export function UnsureMark({ said = true }: { said?: boolean }) {
  return (
    <>
      <svg width="13" height="13" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <circle cx="8" cy="8" r="3.2" fill="currentColor" />
        <circle
          cx="8"
          cy="8"
          r="6.6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
          strokeDasharray="2.6 2.58"
        />
      </svg>
      {said && <span className="sr-only">unsure of its theme</span>}
    </>
  );
}
