// A schematic access map, drawn by hand on a grid on which the Wetstraat is horizontal, so north is up and to the left.

const BASIN = { x: 330, y: 196 };

/** Trees in staggered rows, as in a French garden, except on the avenues and around the basin. */
function trees(): string {
  let d = '',
    row = 0;
  for (let y = 150; y <= 424; y += 13, row++) {
    for (let x = 238 + (row % 2) * 8; x <= 422; x += 16) {
      const dx = Math.abs(x - BASIN.x),
        dy = y - BASIN.y;
      const onAvenue = dx < 12 || Math.abs(dy) < 9 || (dy > 0 && Math.abs(dx - dy * 0.45) < 12);
      if (!onAvenue && Math.hypot(dx, dy) >= 38) d += `M${x} ${y}h0`;
    }
  }
  return d;
}

const STREETS =
  'M0 296C62 258 96 208 152 172L214 122M214 0V470M446 122V470M214 448H446M0 40C60 60 150 84 214 122M330 0V122M0 404C90 396 160 420 214 448M446 300H572M446 448H640';

/** Streets, park, route and signs, without words. Streets and avenues have the stroke of the drawing, the colour of the paper. */
export function MapGround() {
  const [cx, cy] = [BASIN.x, BASIN.y];
  return (
    <>
      <g className="print:stroke-[#ddd] forced-colors:stroke-[GrayText]">
        <path strokeWidth="9" d={STREETS} />
        <path strokeWidth="18" d="M214 122H640M572 0V470" />
      </g>
      <path className="fill-pane stroke-ink stroke-[1.25]" d="M228 140H432V432H228z" />
      <path strokeWidth="7" d="M330 140V432M330 196L226 427M330 196L434 427M228 196H432" />
      <circle className="fill-paper stroke-none" cx={cx} cy={cy} r="25" />
      <circle className="stroke-soft" strokeWidth="1.5" cx={cx} cy={cy} r="13" />
      <path className="stroke-soft" strokeWidth="4.5" strokeLinecap="round" opacity=".5" d={trees()} />
      <path
        className="stroke-link"
        strokeWidth="4"
        strokeDasharray=".1 9"
        strokeLinecap="round"
        d="M88 350C96 262 128 200 168 166L214 122H486M572 122H486"
      />
      <g className="fill-ink" strokeWidth="4">
        <path d="M68 338H108V378H68z" />
        <circle cx="572" cy="122" r="18" />
      </g>
      <path
        className="fill-plate stroke-plate stroke-6 print:stroke-[#000] print:stroke-2 forced-colors:stroke-ink forced-colors:stroke-2"
        d="M450 52H522V104H450zM486 104V120"
      />
      <path className="stroke-ink" strokeWidth="2" d="M44 60L26 22M24 36L25.5 21 38 29.5" />
    </>
  );
}
