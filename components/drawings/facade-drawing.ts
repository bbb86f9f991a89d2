// A line drawing of a neoclassical façade, after the buildings that line the Wetstraat: fifteen bays, rusticated ground floor, tall
// first floor, attic storey, pediment over the five bays in the middle. It is inline, so that its colours follow the page.
// Classes (drawings.css): gw wall, gp pane, gm glazing bar, gt thin line, go door, gon lit window.

type Floor = 'attic' | 'first' | 'ground';
const FLOORS: readonly Floor[] = ['attic', 'first', 'ground'];
const BAY = 76,
  BAYS = 15,
  WIDTH = 1216,
  GROUND = 336,
  AXIS = WIDTH / 2;
const LEFT = 34,
  RIGHT = WIDTH - LEFT;
const bay = (i: number): number => BAY + BAY * i; // axis of bay i
const CENTRE_L = bay(5) - BAY / 2 - 4,
  CENTRE_R = bay(9) + BAY / 2 + 4;
const LIT: Record<Floor, readonly number[]> = { attic: [12], first: [3, 6, 7, 8], ground: [10] };

const num = (v: number): number => +v.toFixed(2);
const rect = (x: number, y: number, w: number, h: number): string =>
  `M${num(x)} ${num(y)}h${num(w)}v${num(h)}h${num(-w)}z`;
const path = (cls: string, d: string, attributes = ''): string =>
  `<path${cls ? ` class="${cls}"` : ''}${attributes} d="${d}"/>`;
const circle = (cls: string, r: number): string => `<circle class="${cls}" cx="${AXIS}" cy="34" r="${r}"/>`;

// Repeated parts, each drawn once around x = 0.
const PARTS = {
  attic:
    path('gw', rect(-17, 72, 34, 38)) +
    path('gp', rect(-13, 76, 26, 34)) +
    path('gm', 'M0 76v34M-13 93h26') +
    path('', 'M-20 112h40'),
  first:
    path('gw', rect(-20, 137, 40, 83)) +
    path('gp', rect(-15, 142, 30, 78)) +
    path('gm', 'M0 142v78M-15 162h30M-15 181h30M-15 200h30'),
  ground:
    path('gp', rect(-14, 258, 28, 50)) +
    path('', `${rect(-14, 258, 28, 50)}M-18 310h36`) +
    path('gm', 'M0 258v50M-14 274h28M-14 291h28') +
    path('gt', 'M-14 258l-5-11M14 258l5-11M-5 258l-2-11M5 258l2-11'),
  hood: path('gw', 'M-25 131h50v-4h-50z') + path('gt', 'M-22 131v6M22 131v6'),
  gable: path('gw', 'M-27 131h54v-4L0 113-27 127z') + path('gt', 'M-17 126L0 118 17 126z'),
  rail:
    path('', 'M-20 222h40M-20 233h40') + path('gt', [-15, -10, -5, 0, 5, 10, 15].map((x) => `M${x} 222v11`).join('')),
  dormer:
    path('gw', 'M-13 54V36q0-11 13-11t13 11v18z') + path('gp', 'M-8 54V38q0-7 8-7t8 7v16z') + path('gm', 'M0 31v23'),
  pilaster:
    path('gw', 'M-4 234V72h8v162z') +
    path('gt', 'M-1 228V76M2 228V76') +
    path('', 'M-6 234h12M-6 229h12M-7 68h14M-6 72h12'),
};

function roof(): string {
  let chimneys = '',
    slates = '';
  for (const s of [150, 330])
    for (const x of [s, WIDTH - s])
      chimneys += path('gw', rect(x - 9, 8, 18, 20)) + path('', `M${x - 11} 8h22M${x - 5} 8V3M${x + 5} 8V3`);
  const slopes = path(
    'gw',
    `M${LEFT + 4} 54L${LEFT + 22} 26H${CENTRE_L - 6}V54zM${RIGHT - 4} 54L${RIGHT - 22} 26H${CENTRE_R + 6}V54z`,
  );
  for (let y = 30; y < 54; y += 4) {
    const inset = 5 + ((54 - y) * 18) / 28;
    slates += `M${num(LEFT + inset)} ${y}H${CENTRE_L - 6}M${CENTRE_R + 6} ${y}H${num(RIGHT - inset)}`;
  }
  return chimneys + slopes + path('gt', slates);
}

function walls(): string {
  const bodies = path(
    'gw',
    `M${LEFT} ${GROUND}V54H${RIGHT}V${GROUND}zM${CENTRE_L} ${GROUND}V54H${CENTRE_R}V${GROUND}z`,
  );
  let joints = '';
  for (const y of [264, 280, 296, 312]) {
    let x = LEFT;
    for (let i = 0; i < BAYS; i++) {
      const half = i === 7 ? 31 : 19; // keep clear of windows and door
      joints += `M${num(x)} ${y}H${bay(i) - half}`;
      x = bay(i) + half;
    }
    joints += `M${num(x)} ${y}H${RIGHT}`;
  }
  const courses =
    path('gw', `M${LEFT - 3} 246v-8H${RIGHT + 3}v8zM${LEFT - 4} 64v-4h-3v-6H${RIGHT + 7}v6h-3v4z`) +
    path('gw', `M${CENTRE_L - 3} 246v-8H${CENTRE_R + 3}v8zM${CENTRE_L - 4} 64v-4h-4v-6H${CENTRE_R + 8}v6h-4v4z`) +
    path('', `M${LEFT - 3} 324H${AXIS - 30}M${AXIS + 30} 324H${RIGHT + 3}M${LEFT} 68H${RIGHT}`) +
    path('', `M${LEFT} 62H${RIGHT}`, ' stroke-width="4" stroke-dasharray="3 5"');
  const pediment =
    path('gw', `M${CENTRE_L - 8} 54L${AXIS} 2 ${CENTRE_R + 8} 54z`) +
    path('', `M${CENTRE_L + 20} 50L${AXIS} 10 ${CENTRE_R - 20} 50z`) +
    circle('gw', 11) +
    circle('gp', 8) +
    path('gm', `M${AXIS} 26v16M${AXIS - 8} 34h16`);
  return bodies + path('gt', joints) + courses + pediment;
}

function door(walled: boolean): string {
  const x = AXIS,
    arch = (r: number) => `V278a${r} ${r} 0 0 1 ${2 * r} 0V${GROUND}`;
  const frame = path('gw', `M${x - 30} ${GROUND}${arch(30)}z`);
  const lamps = [x - 40, x + 40]
    .map((l) => path('gw', `M${l - 4} 284h8l-2 12h-4z`) + path('', `M${l} 284v-5M${l} 296v4`))
    .join('');
  if (walled) {
    let bricks = `M${x - 18} 268h36`;
    for (let y = 280; y < GROUND; y += 12) bricks += `M${x - 21} ${y}h42`;
    for (let y = 268, k = 0; y < GROUND - 8; y += 12, k++)
      bricks += k % 2 ? `M${x} ${y}v12` : `M${x - 11} ${y}v12M${x + 11} ${y}v12`;
    return frame + path('', `M${x - 21} ${GROUND}${arch(21)}`, ' stroke-dasharray="4 3"') + path('gt', bricks) + lamps;
  }
  const panels = [-16, 5].flatMap((dx) => [288, 311].map((y) => rect(x + dx, y, 11, 18))).join('');
  return (
    frame +
    path('go', `M${x - 21} ${GROUND}${arch(21)}z`) +
    path(
      '',
      `M${x} ${GROUND}V257M${x - 21} 280h42M${x} 280l-15-15M${x} 280l15-15${panels}`,
      ' stroke="#fff" stroke-width=".9"',
    ) +
    path('gw', `M${x - 5} 247l2 10h6l2-10z`) +
    path(
      'gt',
      `M${x - 30} 278h9M${x + 21} 278h9M${x - 26} 263l8 5M${x + 26} 263l-8 5M${x - 16} 252l6 8M${x + 16} 252l-6 8`,
    ) +
    path('gw', `M${x - 36} ${GROUND}v-4h72v4z`) +
    lamps
  );
}

/** The content of the SVG of the façade. A page can have one façade only, because its parts have ids. */
export function facadeMarkup(walled: boolean): string {
  const use = (part: keyof typeof PARTS, x: number, lit = false) =>
    `<use href="#g-${part}" x="${num(x)}"${lit ? ' class="gon"' : ''}/>`;
  let parts = [1, 3, 11, 13].map((i) => use('dormer', bay(i))).join('');
  for (let i = 0; i < BAYS; i++) {
    for (const floor of FLOORS) if (floor !== 'ground' || i !== 7) parts += use(floor, bay(i), LIT[floor].includes(i));
    parts += use('rail', bay(i)) + use(i > 4 && i < 10 ? 'gable' : 'hood', bay(i));
  }
  for (let k = 0; k <= 5; k++) parts += use('pilaster', bay(5) - BAY / 2 + BAY * k);
  const defs = Object.entries(PARTS)
    .map(([name, drawing]) => `<g id="g-${name}">${drawing}</g>`)
    .join('');
  return `<defs>${defs}</defs>${roof()}${walls()}${parts}${door(walled)}`;
}

/** The visible part of the drawing: the façade without the margins of its grid. */
export const facadeViewBox = `26 0 ${WIDTH - 52} ${GROUND}`;
