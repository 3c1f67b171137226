import { describe, expect, it } from 'vitest'
import presets from '../../../../resources/shapes/preset-shapes.json'
import { parseXml } from '../../../../src/main/readers/ooxml/xml'
import { outlinesIn } from '../../../../src/main/readers/template/read-outline'

const NAMESPACE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
const read = (geometry: string, box = { width: 400, height: 200 }) => outlinesIn(parseXml(Buffer.from(`<p:spPr ${NAMESPACE}>${geometry}</p:spPr>`)), box)
const free = (steps: string, path = 'w="100" h="50"', guides = '<a:gd name="connsiteX0" fmla="*/ 0 w 100"/>') =>
  read(`<a:custGeom><a:avLst/><a:gdLst>${guides}</a:gdLst><a:pathLst><a:path ${path}>${steps}</a:path></a:pathLst></a:custGeom>`)
const to = (name: string, ...points: readonly (readonly [x: number | string, y: number | string])[]) => `<a:${name}>${points.map(([x, y]) => `<a:pt x="${x}" y="${y}"/>`).join('')}</a:${name}>`
const preset = (name: string, adjusted = '') => read(`<a:prstGeom prst="${name}"><a:avLst>${adjusted}</a:avLst></a:prstGeom>`)?.map(({ path }) => path)
/** Where the commands of a path end. */
const ends = (path = ''): readonly (readonly number[])[] => path.split(/(?=[MLCQ])/).map((command) => (command.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number).slice(-2))

describe('the outline of a free shape', () => {
  it('is its path in shares of the shape', () => {
    expect(free(to('moveTo', [0, 0]) + to('lnTo', [100, 0]) + to('cubicBezTo', [100, 25], [75, 50], [50, 50]) + to('quadBezTo', [25, 50], [0, 25]) + '<a:close/>')).toEqual([{ path: 'M 0 0 L 1 0 C 1 0.5 0.75 1 0.5 1 Q 0.25 1 0 0.5 Z', fill: 'norm', stroke: true }])
  })

  it('without a size of its own is in the units of the slide', () => {
    expect(free(to('moveTo', [0, 0]) + to('lnTo', [400, 100]), '')?.[0]?.path).toBe('M 0 0 L 1 0.5')
  })

  it('says what is drawn of it', () => {
    const steps = to('moveTo', [0, 0]) + to('lnTo', [100, 50])
    expect(free(steps, 'w="100" h="50" fill="none"')).toMatchObject([{ fill: 'none', stroke: true }])
    expect(free(steps, 'w="100" h="50" fill="darkenLess" stroke="0"')).toMatchObject([{ fill: 'darkenLess', stroke: false }])
  })

  it('has its places where formulas say, in the units of the shape', () => {
    const guides = '<a:gd name="x1" fmla="*/ w 1 4"/><a:gd name="y1" fmla="+- b 0 x1"/><a:gd name="nothing" fmla="*/ w 1 0"/><a:gd name="odd" fmla="spiral w"/>'
    expect(free(to('moveTo', ['x1', 'y1']) + to('lnTo', ['r', 'nothing']) + to('lnTo', ['odd', 'vc']), '', guides)?.[0]?.path).toBe('M 0.25 0.5 L 1 0 L 0 0.5')
  })

  it.each([
    ['a circle', 'wR="50" hR="50" stAng="10800000" swAng="21600000"', [0, 50], [[0, 0.5], [0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5]]],
    ['a quarter back', 'wR="50" hR="50" stAng="0" swAng="-5400000"', [100, 50], [[1, 0.5], [0.5, 0]]],
    ['half an ellipse', 'wR="50" hR="25" stAng="10800000" swAng="10800000"', [0, 50], [[0, 0.5], [0.5, 0.25], [1, 0.5]]],
    // Seen at 45 degrees a point of an ellipse twice as wide as high stands where x = y: 50 / √5 from its middle.
    ['an ellipse from a slant on', 'wR="50" hR="25" stAng="2700000" swAng="2700000"', [72.3607, 72.3607], [[0.72, 0.72], [0.496, 0.746]]],
  ] as const)('goes along %s', (_, arc, [x, y], expected) => {
    const outline = free(to('moveTo', [Math.round(x), Math.round(y)]) + `<a:arcTo ${arc}/>`, 'w="100" h="100"')
    for (const [at, [across, down]] of expected.entries()) {
      expect(ends(outline?.[0]?.path)[at]?.[0]).toBeCloseTo(across, 2)
      expect(ends(outline?.[0]?.path)[at]?.[1]).toBeCloseTo(down, 2)
    }
  })

  it.each([
    ['has places that nothing names', to('moveTo', ['elsewhere', 0])],
    ['has a step without its points', to('moveTo')],
    ['has places of two words', to('moveTo', ['0 0', 0])],
    ['begins nowhere', to('lnTo', [1, 1])],
    ['has a step nobody knows', to('moveTo', [0, 0]) + '<a:spiralTo/>'],
    ['is endless', to('moveTo', [0, 0]) + to('lnTo', [1, 1]).repeat(5000)],
  ])('is left out where it %s', (_, steps) => {
    expect(free(steps)).toBeNull()
  })
})

describe('the outline of a shape that the standard names', () => {
  it.each([
    ['triangle', '', 'M 0 1 L 0.5 0 L 1 1 Z'],
    ['triangle', '<a:gd name="adj" fmla="val 0"/>', 'M 0 1 L 0 0 L 1 1 Z'],
    ['rtTriangle', '', 'M 0 1 L 0 0 L 1 1 Z'],
    ['parallelogram', '', 'M 0 1 L 0.125 0 L 1 0 L 0.875 1 Z'],
    ['parallelogram', '<a:gd name="adj" fmla="val 100000"/>', 'M 0 1 L 0.5 0 L 1 0 L 0.5 1 Z'],
    ['trapezoid', '<a:gd name="adj" fmla="val 900000"/>', 'M 0 1 L 0.5 0 L 0.5 0 L 1 1 Z'],
    ['homePlate', '', 'M 0 0 L 0.75 0 L 1 0.5 L 0.75 1 L 0 1 Z'],
    ['chevron', '', 'M 0 0 L 0.75 0 L 1 0.5 L 0.75 1 L 0 1 L 0.25 0.5 Z'],
    ['diamond', '', 'M 0 0.5 L 0.5 0 L 1 0.5 L 0.5 1 Z'],
    ['rightArrow', '', 'M 0 0.25 L 0.75 0.25 L 0.75 0 L 1 0.5 L 0.75 1 L 0.75 0.75 L 0 0.75 Z'],
    ['plus', '', 'M 0 0.25 L 0.125 0.25 L 0.125 0 L 0.875 0 L 0.875 0.25 L 1 0.25 L 1 0.75 L 0.875 0.75 L 0.875 1 L 0.125 1 L 0.125 0.75 L 0 0.75 Z'],
  ])('%s %s', (name, adjusted, path) => {
    expect(preset(name, adjusted)).toEqual([path])
  })

  it('rounds the corners of a rectangle as far as its handle says', () => {
    const [usual, wide] = [preset('roundRect'), preset('roundRect', '<a:gd name="adj" fmla="val 50000"/>')].map((paths) => ends(paths?.[0]))
    expect(usual?.[0]).toEqual([0, 0.16667])
    expect(usual?.[1]).toEqual([0.08334, 0])
    // Half the height: its ends are half circles.
    expect(wide?.[0]).toEqual([0, 0.5])
    expect(wide?.[1]).toEqual([0.25, 0])
  })

  it('of several paths has them all, each with its shade', () => {
    expect(read('<a:prstGeom prst="can"><a:avLst/></a:prstGeom>')?.map(({ fill, stroke }) => [fill, stroke])).toEqual([['norm', false], ['lighten', false], ['none', true]])
  })

  it('has lines above areas, whatever their order in the standard', () => {
    expect(read('<a:prstGeom prst="chartPlus"><a:avLst/></a:prstGeom>')?.map(({ fill }) => fill)).toEqual(['norm', 'none'])
  })

  it.each(Object.keys(presets))('%s stays near its box', (name) => {
    const outlines = read(`<a:prstGeom prst="${name}"><a:avLst/></a:prstGeom>`, { width: 3_000_000, height: 2_000_000 })
    const numbers = outlines?.flatMap(({ path }) => path.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number) ?? []
    expect(numbers.length).toBeGreaterThan(3)
    // Callouts reach out of their boxes, on purpose.
    expect(numbers.filter((share) => share < -0.6 || share > 1.6)).toEqual([])
  })

  it('that nobody knows is left out', () => {
    expect(preset('constructor')).toBeUndefined()
    expect(preset('blob')).toBeUndefined()
  })
})
