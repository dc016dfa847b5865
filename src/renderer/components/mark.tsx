// The program's mark: a screwdriver and a ticket, drawn, so that it is sharp at every size.
export const Mark = ({ size }: { size: number }) => (
  <svg viewBox="0 0 48 48" width={size} height={size} aria-hidden="true">
    <path d="M8 10h32v8a6 6 0 0 0 0 12v8H8v-8a6 6 0 0 0 0-12z" fill="#fff" />
    <path d="M30 15l3 3-9 9-3-3z" fill="#10243f" />
    <path d="M20.5 24.5l3 3-5.5 6a2.1 2.1 0 0 1-3-3z" fill="#2f7bf5" />
  </svg>
)
