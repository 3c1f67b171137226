/**
 * Writes resources/shapes/preset-shapes.json: the geometry of the shapes that DrawingML names (ST_ShapeType, ECMA-376-1 §20.1.10.56), which previews of templates are
 * drawn with.
 *
 * Run by hand, should the standard ever change: `node scripts/make-preset-shapes.mjs presetShapeDefinitions.xml`. The file comes with the standard, in the electronic
 * annex of part 1 (https://ecma-international.org/publications-and-standards/standards/ecma-376/). Formulas, steps of outlines and rectangles for text are
 * taken from it; handles and places of connectors are not.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { SaxesParser } from 'saxes'

const [source] = process.argv.slice(2)
if (source === undefined) throw new Error('Which file has the definitions?')

const COMMANDS = { moveTo: 'M', lnTo: 'L', cubicBezTo: 'C', quadBezTo: 'Q', arcTo: 'A', close: 'Z' }

/** `{ name: { guides: 'name formula; …', text?: 'left top right bottom', paths: [{ width?, height?, fill?, stroke?, steps }] } }`, in the form that `src/main/readers/template/shape-geometry.ts` reads. */
const shapes = {}
const open = []
const parser = new SaxesParser()
parser.on('error', (error) => {
  throw error
})
parser.on('opentag', ({ name, attributes }) => {
  const shape = shapes[open[1]]
  if (open.length === 1) shapes[name] = { guides: [], paths: [] }
  else if (name === 'gd' && (open[2] === 'avLst' || open[2] === 'gdLst')) shape.guides.push(`${attributes.name} ${attributes.fmla.trim().replace(/\s+/g, ' ')}`)
  else if (name === 'rect') shape.text = [attributes.l, attributes.t, attributes.r, attributes.b].join(' ')
  else if (name === 'path') {
    const { w, h, fill, stroke } = attributes
    shape.paths.push({ ...(w && { width: Number(w) }), ...(h && { height: Number(h) }), ...(fill && fill !== 'norm' && { fill }), ...(stroke === 'false' && { stroke: false }), steps: [] })
  } else if (open[3] === 'path') {
    const { steps } = shape.paths.at(-1)
    if (name === 'pt') steps.push(attributes.x, attributes.y)
    else steps.push(COMMANDS[name], ...(name === 'arcTo' ? [attributes.wR, attributes.hR, attributes.stAng, attributes.swAng] : []))
  }
  open.push(name)
})
parser.on('closetag', () => open.pop())
parser.write(readFileSync(source, 'utf8')).close()

const file = resolve(import.meta.dirname, '../resources/shapes/preset-shapes.json')
mkdirSync(dirname(file), { recursive: true })
const lines = Object.entries(shapes).map(([name, { guides, text, paths }]) => `  ${JSON.stringify(name)}: ${JSON.stringify({ guides: guides.join('; '), ...(text && text !== 'l t r b' && { text }), paths: paths.map(({ steps, ...path }) => ({ ...path, steps: steps.join(' ') })) })}`)
writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`)
console.log(`${file}: ${lines.length} shapes`)
