import { openLibrary } from './src/main/library/library'
import { MaterialFilter, SearchResult } from './src/shared/contract/library'
import { anEnvironment } from './tests/main/library/a-library'
const library = openLibrary(process.argv[2]!, anEnvironment({ newId: () => crypto.randomUUID() }))
const filter = MaterialFilter.parse({})
const find = (text: string) => library.materials.search({ text, filter, limit: 50, offset: 0 } as never)
const r = find('教育')
const best = (f: () => unknown) => { let b = 1e9; for (let i = 0; i < 200; i++) { const t = performance.now(); f(); b = Math.min(b, performance.now() - t) } return b.toFixed(3) }
console.log('zod', best(() => SearchResult.parse(r)), 'json', best(() => JSON.stringify(r)), 'bytes', JSON.stringify(r).length, 'parse', best(() => JSON.parse(JSON.stringify(r))))
console.log('search', best(() => find('教育')), 'parts a hit', r.hits.reduce((s, h) => s + h.title.length + h.snippet.length, 0) / 50)
library.close()
