/**
 * Draws the pictures of the example library (resources/starter/pictures) from simple shapes. Run it after changing a drawing:
 * `node scripts/make-starter-pictures.mjs`. It needs a Chromium; the PNG files are committed, so nothing else does.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'

const WIDTH = 1600
const HEIGHT = 900
const INK = '#2f3e4e'
const DEEP = '#1d5b8f'
const MIDDLE = '#5b9bd0'
const TINT = '#dcebf7'
const PAPER = '#f6f9fc'
const SKIN = '#f2c9a4'
const WARM = '#e8a33d'
const ROSE = '#d9705f'
const LEAF = '#6aa77a'

const circle = (x, y, r, fill) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`
const box = (x, y, width, height, fill, radius = 0) => `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`
const path = (d, fill, stroke = 'none', width = 0) => `<path d="${d}" fill="${fill}" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

/** Head, hair and shoulders; `x`, `y` is the middle of the shoulders' base. */
const person = (x, y, size, clothes, hair = INK) => {
  const head = y - size * 1.28
  return (
    path(`M${x - size * 0.72} ${y} q0 ${-size * 0.86} ${size * 0.72} ${-size * 0.86} t${size * 0.72} ${size * 0.86} z`, clothes) +
    circle(x, head, size * 0.4, SKIN) +
    path(`M${x - size * 0.42} ${head} a${size * 0.42} ${size * 0.42} 0 0 1 ${size * 0.84} 0 q${-size * 0.42} ${-size * 0.26} ${-size * 0.84} 0 z`, hair)
  )
}

const bottle = (x, y, height, squeezed) => {
  const half = height * 0.17
  const waist = squeezed ? half * 0.45 : half
  return (
    box(x - half * 0.5, y - height, half, height * 0.1, ROSE, 4) +
    path(
      `M${x - half * 0.45} ${y - height * 0.9} q${-half * 0.55} ${height * 0.08} ${-half * 0.55} ${height * 0.18} C${x - half} ${y - height * 0.5} ${x - waist} ${y - height * 0.5} ${x - waist} ${y - height * 0.36} C${x - waist} ${y - height * 0.2} ${x - half} ${y - height * 0.2} ${x - half} ${y} h${half * 2} C${x + half} ${y - height * 0.2} ${x + waist} ${y - height * 0.2} ${x + waist} ${y - height * 0.36} C${x + waist} ${y - height * 0.5} ${x + half} ${y - height * 0.5} ${x + half} ${y - height * 0.72} q0 ${-height * 0.1} ${-half * 0.55} ${-height * 0.18} z`,
      '#bfe0f2',
      DEEP,
      4,
    )
  )
}

const table = (x, y, colours) => {
  const seats = [-130, 130].map((shift, index) => person(x + shift, y - 8, 74, colours[index], index === 0 ? INK : '#6b4a35')).join('')
  return seats + `<ellipse cx="${x}" cy="${y + 20}" rx="205" ry="46" fill="#d9b98c"/>` + bottle(x, y + 16, 92, true) + path(`M${x - 150} ${y + 62} v64 M${x + 150} ${y + 62} v64`, 'none', '#b08f63', 12)
}

const classroom =
  box(0, 0, WIDTH, HEIGHT, PAPER) +
  box(0, 690, WIDTH, 210, TINT) +
  box(330, 90, 760, 430, INK, 18) +
  box(350, 110, 720, 390, '#ffffff', 8) +
  bottle(560, 450, 280, false) +
  path('M650 310 h100 m-28 -26 l28 26 l-28 26', 'none', WARM, 12) +
  bottle(850, 450, 280, true) +
  box(1132, 540, 216, 190, DEEP) +
  person(1240, 560, 150, DEEP) +
  path('M1172 480 q-58 -10 -96 -70', 'none', DEEP, 30) +
  circle(1074, 404, 20, SKIN) +
  table(310, 690, [ROSE, MIDDLE]) +
  table(800, 740, [LEAF, WARM]) +
  table(1290, 690, [MIDDLE, ROSE])

const smallDesk =
  box(0, 0, WIDTH, HEIGHT, PAPER) +
  box(0, 720, WIDTH, 180, TINT) +
  box(330, 430, 940, 40, '#c99d66', 10) +
  box(380, 470, 34, 300, '#b08750', 6) +
  box(1186, 470, 34, 300, '#b08750', 6) +
  // a book, a ruler with a triangle, a pencil pot and a sheet of sums; a telephone falls
  box(400, 310, 170, 120, DEEP, 8) + box(414, 322, 142, 96, '#ffffff', 4) + path('M430 350 h110 M430 374 h110 M430 398 h70', 'none', MIDDLE, 8) +
  path('M640 430 L800 430 L640 290 z', WARM) + path('M668 404 L730 404 L668 350 z', PAPER) +
  box(862, 330, 90, 100, LEAF, 10) + path('M884 330 l-14 -86 M908 330 v-104 M930 330 l16 -90', 'none', ROSE, 12) +
  box(1020, 300, 150, 130, '#ffffff', 6) + path('M1044 340 h60 M1044 372 h100 M1044 404 h44', 'none', INK, 7) +
  `<g transform="rotate(32 1340 560)">${box(1290, 480, 100, 180, INK, 16)}${box(1302, 500, 76, 130, MIDDLE, 4)}${circle(1340, 645, 8, '#ffffff')}</g>` +
  path('M1262 470 q24 26 30 62 M1420 440 q18 30 16 66', 'none', '#9fb6c9', 8)

const readingPair =
  box(0, 0, WIDTH, HEIGHT, PAPER) +
  box(0, 700, WIDTH, 200, TINT) +
  `<ellipse cx="800" cy="720" rx="560" ry="90" fill="#cfe3d4"/>` +
  person(600, 720, 250, DEEP, '#6b4a35') +
  person(1010, 720, 190, WARM) +
  path('M800 610 q-90 -56 -190 -34 v120 q100 -22 190 34 q90 -56 190 -34 v-120 q-100 -22 -190 34 z', '#ffffff', INK, 8) +
  path('M800 610 v120 M650 616 q60 -6 110 22 M650 652 q60 -6 110 22 M840 640 q50 -26 100 -24', 'none', MIDDLE, 8) +
  path('M940 640 q-40 6 -70 26', 'none', SKIN, 30) +
  path('M1180 420 L1120 480 L1230 440 z', '#ffffff', INK, 8) +
  `<ellipse cx="1260" cy="330" rx="130" ry="116" fill="#ffffff" stroke="${INK}" stroke-width="8"/>` +
  path('M1186 416 L1228 436', 'none', '#ffffff', 14) +
  `<text x="1260" y="384" font-family="sans-serif" font-size="150" font-weight="700" text-anchor="middle" fill="${ROSE}">?</text>`

const tree = (x, sky, crown, extras, ground) =>
  box(x - 175, 120, 350, 660, sky, 24) +
  path(`M${x - 22} 690 q10 -130 0 -260 h40 q-8 140 6 260 z`, '#8a6a4a') +
  crown.map(([dx, dy, r, fill]) => circle(x + dx, 360 + dy, r, fill)).join('') +
  extras.map(([dx, dy, r, fill]) => circle(x + dx, 360 + dy, r, fill)).join('') +
  path(`M${x - 175} 690 h350 v66 a24 24 0 0 1 -24 24 h-302 a24 24 0 0 1 -24 -24 z`, ground)

const leaves = (fill) => [[-80, 40, 84, fill], [80, 30, 88, fill], [0, -50, 100, fill], [0, 60, 84, fill]]
const dots = (fill, r) => [[-90, 30, r, fill], [-40, -40, r, fill], [30, 10, r, fill], [84, 54, r, fill], [64, -50, r, fill], [-26, 84, r, fill]]
// A loquat keeps its leaves: small green fruit in spring, ripe in summer, blossom in autumn, snow in winter.
const fourSeasons =
  box(0, 0, WIDTH, HEIGHT, PAPER) +
  tree(230, '#ffffff', leaves('#8cc39a'), dots('#c8dc8a', 12), '#cfe3d4') +
  tree(610, '#fff9ec', leaves(LEAF), dots(WARM, 18), '#b8d8bf') +
  tree(990, '#fbf3e6', leaves('#5d9470'), dots('#fdf3d8', 15), '#ead9b5') +
  tree(1370, '#d8e4ef', leaves('#4f7f66'), [[-84, -26, 44, '#ffffff'], [88, -38, 46, '#ffffff'], [0, -128, 50, '#ffffff'], [-50, -96, 34, '#ffffff'], [48, -98, 34, '#ffffff']], '#ffffff')

const pictures = { classroom, 'small-desk': smallDesk, 'reading-pair': readingPair, 'four-seasons': fourSeasons }

const executablePath = process.env.CHROMIUM_PATH ?? (process.platform === 'linux' ? '/usr/bin/chromium' : undefined)
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } })
for (const [name, drawing] of Object.entries(pictures)) {
  await page.setContent(`<style>body{margin:0}svg{display:block}</style><svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${drawing}</svg>`)
  writeFileSync(join(import.meta.dirname, '..', 'resources', 'starter', 'pictures', `${name}.png`), await page.screenshot())
}
await browser.close()
