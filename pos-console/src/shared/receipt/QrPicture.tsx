import { encode } from 'uqr';

/** How wide a square is on paper at least, so that any scanner reads it. */
const SQUARE_MM = 0.375;

/** What a scanner reads, as a picture; the same stands in letters beside it. */
export function QrPicture({ content, className }: { content: string; className: string | undefined }) {
  const { data, size } = encode(content, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((black, x) => (black ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      className={className}
      style={{ minInlineSize: `${size * SQUARE_MM}mm` }}
      viewBox={`0 0 ${size} ${size}`}
      aria-hidden="true"
    >
      <path d={path} fill="currentColor" shapeRendering="crispEdges" />
    </svg>
  );
}
