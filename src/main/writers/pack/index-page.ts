/** The index over a run of packs: a page that any browser opens from the disk, and the same as a workbook. */
import type { Language } from '../../../shared/language'
import type { SchoolLevel } from '../../../shared/model/school'
import { el, text, type Xml } from '../xml'
import { writeWorkbook } from '../xlsx/write-workbook'

export type IndexRow = {
  readonly school: { readonly name: string; readonly district: string; readonly level: SchoolLevel | null }
  /** From the folder of the index. */
  readonly place: string
  /** `older`: it holds another version of the talk, or another talk. */
  readonly state: 'ready' | 'failed' | 'older'
  /** Null where it was not looked at. */
  readonly bytes: number | null
  readonly notes: readonly string[]
}

const words = {
  'zh-CN': {
    heading: (title: string) => `《${title}》宣讲包`,
    summary: (ready: number, failed: number, older: number) => [`共 ${ready} 所学校的宣讲包已经做好`, ...(failed > 0 ? [`${failed} 所没有做成`] : []), ...(older > 0 ? [`${older} 所还是旧版本`] : [])].join('，') + '。',
    columns: ['区县', '学校', '学段', '状态', '位置', '大小（KB）', '说明'],
    state: { ready: '已做好', failed: '没有做成', older: '旧版本' },
    level: { primary: '小学', junior: '初中', senior: '高中', vocational: '中职', higher: '高校' },
    sheet: '宣讲包',
  },
  en: {
    heading: (title: string) => `Packs of “${title}”`,
    summary: (ready: number, failed: number, older: number) => [`${ready} ${ready === 1 ? 'pack is' : 'packs are'} ready`, ...(failed > 0 ? [`${failed} failed`] : []), ...(older > 0 ? [`${older} ${older === 1 ? 'holds' : 'hold'} an older version`] : [])].join(', ') + '.',
    columns: ['District', 'School', 'Level', 'State', 'Place', 'Size (KB)', 'Notes'],
    state: { ready: 'Ready', failed: 'Failed', older: 'Older version' },
    level: { primary: 'Primary', junior: 'Junior secondary', senior: 'Senior secondary', vocational: 'Vocational', higher: 'Higher' },
    sheet: 'Packs',
  },
} as const

const kilobytes = (bytes: number | null): number | null => (bytes === null || bytes === 0 ? null : Math.ceil(bytes / 1024))

const style = `:root{color-scheme:light dark}body{font:16px/1.6 system-ui,"Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}
h1{font-size:1.5rem}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #8886;padding:.4rem .8rem .4rem 0;text-align:start;vertical-align:top}
td.size{text-align:end;font-variant-numeric:tabular-nums}td ul{margin:0;padding-inline-start:1.2em}.failed td.state,.older td.state{font-weight:bold}`

const count = (rows: readonly IndexRow[], state: IndexRow['state']): number => rows.filter((row) => row.state === state).length

/** `index.html`: one row a school, with a link to its pack. Nothing of it is fetched from anywhere. @param zip packs are files, not folders */
export function indexPage(title: string, rows: readonly IndexRow[], zip: boolean, language: Language): string {
  const said = words[language]
  const place = ({ place: name, state }: IndexRow): Xml => (state === 'failed' ? text('—') : el('a', { href: `${encodeURIComponent(name)}${zip ? '' : '/'}` }, text(name)))
  const row = (one: IndexRow): Xml => {
    const { school, state, bytes, notes } = one
    return el(
      'tr',
      { class: state },
      el('td', {}, text(school.district)),
      el('th', { scope: 'row' }, text(school.name)),
      el('td', {}, text(school.level === null ? '' : said.level[school.level])),
      el('td', { class: 'state' }, text(said.state[state])),
      el('td', {}, place(one)),
      el('td', { class: 'size' }, text(String(kilobytes(bytes) ?? ''))),
      el('td', {}, notes.length === 0 ? text(' ') : el('ul', {}, notes.map((note) => el('li', {}, text(note))))),
    )
  }
  const page = el(
    'html',
    { lang: language },
    el('head', {}, el('meta', { charset: 'utf-8' }), el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }), el('title', {}, text(said.heading(title))), el('style', {}, text(style))),
    el(
      'body',
      {},
      el(
        'main',
        {},
        el('h1', {}, text(said.heading(title))),
        el('p', {}, text(said.summary(count(rows, 'ready'), count(rows, 'failed'), count(rows, 'older')))),
        el('table', {}, el('thead', {}, el('tr', {}, said.columns.map((column) => el('th', { scope: 'col' }, text(column))))), el('tbody', {}, rows.length === 0 ? text(' ') : rows.map(row))),
      ),
    ),
  )
  // An empty element of HTML is written open: `<td/>` would be read as one that never ends.
  return `<!doctype html>\n${page.replaceAll(/<(td|th|p|title)((?: [^<>]*)?)\/>/g, '<$1$2></$1>')}\n`
}

/** `index.xlsx`: the same rows. */
export function indexTable(title: string, rows: readonly IndexRow[], language: Language): Uint8Array {
  const said = words[language]
  return writeWorkbook([{
    name: `${said.sheet} ${title}`,
    headings: true,
    widths: [14, 32, 12, 12, 36, 12, 60],
    rows: [[...said.columns], ...rows.map(({ school, place, state, bytes, notes }) => [school.district, school.name, school.level === null ? '' : said.level[school.level], said.state[state], place, kilobytes(bytes), notes.join('\n')])],
  }])
}
