import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { DoctorReport, Repair } from '../../shared/contract/app'
import type { Localized } from '../../shared/language'
import { LecternError } from '../../shared/outcome'
import type { Backups } from './backup/backups'
import { cloudNotice, cloudServiceOf } from './cloud-folder'
import type { LibraryFolder } from './folder'
import type { HighWater } from './high-water'
import type { NearDuplicates } from './near-duplicates/near-duplicates'
import type { MaterialIndex } from './search/material-index'
import type { Sql } from './sql'
import { partOf, unwatched, type Watch } from './watch'
import { hashOf, tableNames, type Row, type TableName } from './tables'

type Problem = DoctorReport['problems'][number]

const problem = (code: string, chinese: string, english: string, repair?: Repair): Problem => ({ code, message: { 'zh-CN': chinese, en: english }, ...(repair === undefined ? {} : { repair }) })

const tableTitles: Readonly<Record<TableName, Localized>> = {
  sources: { 'zh-CN': '出处', en: 'sources' },
  source_paragraphs: { 'zh-CN': '出处的段落', en: 'paragraphs of sources' },
  materials: { 'zh-CN': '素材', en: 'materials' },
  talks: { 'zh-CN': '宣讲稿', en: 'talks' },
  talk_marks: { 'zh-CN': '页面与讲稿是否同步的记录', en: 'records of slides and scripts in step' },
  talk_versions: { 'zh-CN': '宣讲稿的版本', en: 'versions of talks' },
  talk_histories: { 'zh-CN': '宣讲稿的撤销记录', en: 'undo histories of talks' },
  talk_steps: { 'zh-CN': '宣讲稿的撤销步骤', en: 'steps of undo of talks' },
  rehearsals: { 'zh-CN': '排练记录', en: 'rehearsals' },
  formats: { 'zh-CN': '自建形式', en: 'own formats' },
  audiences: { 'zh-CN': '自建对象', en: 'own audiences' },
  designs: { 'zh-CN': '模板设计', en: 'designs from templates' },
  schools: { 'zh-CN': '学校', en: 'schools' },
  brands: { 'zh-CN': '学校的品牌', en: 'brands of schools' },
  local_case_pins: { 'zh-CN': '为学校选定的案例', en: 'cases chosen for schools' },
  lecturers: { 'zh-CN': '主讲人', en: 'lecturers' },
  material_revisions: { 'zh-CN': '素材的历史版本', en: 'revisions of materials' },
  material_drafts: { 'zh-CN': '没写完的素材', en: 'unfinished materials' },
  case_events: { 'zh-CN': '案例的进展', en: 'steps of cases' },
  saved_searches: { 'zh-CN': '保存的查找', en: 'saved searches' },
  collections: { 'zh-CN': '素材集', en: 'collections' },
  collection_entries: { 'zh-CN': '素材集的条目', en: 'entries of collections' },
  reading_marks: { 'zh-CN': '已读标记', en: 'reading marks' },
  trash: { 'zh-CN': '回收站里的内容', en: 'things in the trash' },
}

const named = (names: readonly string[]): string => names.slice(0, 5).join('、') + (names.length > 5 ? ' …' : '')

const integrityFindings = (sql: Sql): string[] => {
  try {
    return sql.column<string>('PRAGMA integrity_check(20)').filter((line) => line !== 'ok')
  } catch (error) {
    // So damaged that the check itself gives up.
    if (error instanceof LecternError && error.code === 'library-damaged') return [error.cause instanceof Error ? error.cause.message : error.code]
    throw error
  }
}

/** SQLite's own checks: pages, b-trees, constraints, foreign keys. They do not notice a flipped bit inside a value. */
const checkStructure = (sql: Sql): Problem[] => {
  const problems: Problem[] = []
  const findings = integrityFindings(sql)
  if (findings.length > 0) {
    problems.push(problem('damaged-structure', `素材库文件的结构有 ${findings.length} 处损坏：${findings[0]}。请先整份复制素材库文件夹，再从备份恢复。`, `The library file's structure is damaged in ${findings.length} places: ${findings[0]}. First copy the whole library folder, then restore a backup.`))
  }
  const unrelated = sql.all('PRAGMA foreign_key_check').length
  if (unrelated > 0) problems.push(problem('broken-reference', `有 ${unrelated} 条记录指向已经不存在的内容。`, `${unrelated} records point to something that is not there.`))
  return problems
}

/** Every row against its hash. */
const checkRows = (sql: Sql, watch: Watch): Problem[] => {
  const all = tableNames.reduce((sum, table) => sum + sql.value<number>(`SELECT count(*) FROM ${table}`), 0)
  let seen = 0
  return tableNames.flatMap((table) => {
    const wrong: string[] = []
    for (const row of sql.each<Row>(`SELECT * FROM ${table}`)) {
      watch(seen++, all)
      if (hashOf(table, row) !== row['hash']) wrong.push(String(row['title'] ?? row['text'] ?? row['name'] ?? row['id']).slice(0, 40))
    }
    if (wrong.length === 0) return []
    const title = tableTitles[table]
    return [problem('altered-row', `${title['zh-CN']}中有 ${wrong.length} 条内容与存入时不一致：${named(wrong)}。请与备份核对这些内容。`, `${wrong.length} of the ${title.en} are not what was stored: ${named(wrong)}. Compare them with a backup.`)]
  })
}

const assetBytes = (sql: Sql): number => sql.value<number>('SELECT coalesce(sum(bytes), 0) FROM assets')

const checkAssets = (sql: Sql, folder: LibraryFolder, watch: Watch): Problem[] => {
  const missing: string[] = []
  const altered: string[] = []
  const all = assetBytes(sql)
  let seen = 0
  for (const { hash, extension, bytes } of sql.all<{ hash: string; extension: string; bytes: number }>('SELECT hash, extension, bytes FROM assets ORDER BY hash')) {
    watch(seen, all)
    seen += bytes
    const file = folder.asset(hash, extension)
    const name = `${hash.slice(0, 12)}….${extension}`
    if (!existsSync(file)) missing.push(name)
    else if (createHash('sha256').update(readFileSync(file)).digest('hex') !== hash) altered.push(name)
  }
  return [
    ...(missing.length > 0 ? [problem('missing-asset', `assets 文件夹里少了 ${missing.length} 个文件：${named(missing)}。重新导入同一份文件就能补上。`, `${missing.length} files are missing from the assets folder: ${named(missing)}. Importing the same files again puts them back.`)] : []),
    ...(altered.length > 0 ? [problem('altered-asset', `assets 文件夹里有 ${altered.length} 个文件与存入时不一致：${named(altered)}。请从备份中取回它们。`, `${altered.length} files in the assets folder are not what was stored: ${named(altered)}. Take them from a backup.`)] : []),
  ]
}

/** Derived tables against the tables they come from, all in one and the same state. `lectern doctor` mends them by making them anew. */
const checkDerived = (sql: Sql, index: MaterialIndex, nearDuplicates: NearDuplicates, watch: Watch): Problem[] =>
  sql.snapshot(() => {
    const LOOKS = 5
    watch(0, LOOKS)
    const strays = index.strays()
    watch(1, LOOKS)
    const miscounted = index.miscounted()
    watch(2, LOOKS)
    const isSound = structureIsSound(index)
    watch(3, LOOKS)
    const sketches = nearDuplicates.strays()
    watch(4, LOOKS)
    const cites = sql.value<number>(`
      SELECT (SELECT count(*) FROM talk_cites WHERE NOT EXISTS (SELECT 1 FROM talks, json_each(talks.cites) WHERE talks.no = talk_no AND value = material_id))
           + (SELECT count(*) FROM talks, json_each(talks.cites) WHERE NOT EXISTS (SELECT 1 FROM talk_cites WHERE talk_no = talks.no AND material_id = value))`)
    return derivedProblems({ search: strays + miscounted > 0 || !isSound, sketches: sketches > 0, cites: cites > 0 })
  })

const structureIsSound = (index: MaterialIndex): boolean => {
  try {
    index.checkStructure()
    return true
  } catch {
    return false
  }
}

const derivedProblems = (outOfStep: { readonly search: boolean; readonly sketches: boolean; readonly cites: boolean }): Problem[] => [
  ...(outOfStep.search ? [problem('search-out-of-step', '搜索索引与素材不一致，搜索结果可能不全。素材本身没有问题，重建索引即可。', 'The search index does not match the materials, so search may miss some. The materials themselves are fine; rebuilding the index mends it.', 'rebuild-derived')] : []),
  ...(outOfStep.sketches ? [problem('sketches-out-of-step', '查找相近素材用的记录与素材不一致，可能漏掉相近的内容。素材本身没有问题，重建即可。', 'The record by which near-duplicates are found does not match the materials, so some may be missed. The materials themselves are fine; making it anew mends it.', 'rebuild-derived')] : []),
  ...(outOfStep.cites ? [problem('cites-out-of-step', '素材的引用记录与宣讲稿不一致。宣讲稿本身没有问题，重建记录即可。', 'The record of which talk cites which material does not match the talks. The talks are fine; making it anew mends it.', 'rebuild-derived')] : []),
]

/** Whole and sound, but older than it was: only a count kept outside the database shows that. */
const checkAge = (highWater: HighWater): Problem[] => {
  const lost = highWater.lost()
  return lost === 0
    ? []
    : [
        problem(
          'missing-changes',
          `素材库比上次打开时旧：有 ${lost} 次已保存的修改不在里面。可能是复制时漏了 library.db-wal，也可能换回了旧文件。请先找一找更新的那一份，不要覆盖它。`,
          `The library is older than when it was last open: ${lost} stored changes are not in it. A copy may have left out library.db-wal, or an older file was put back. Look for the newer one first, and do not overwrite it.`,
          'accept-loss',
        ),
      ]
}

type Examined = { readonly sql: Sql; readonly folder: LibraryFolder; readonly index: MaterialIndex; readonly nearDuplicates: NearDuplicates; readonly highWater: HighWater; readonly backups: Backups }

/** Looks at everything a library and its backups hold and changes nothing. Reads every row and every asset: minutes for a large library. */
export const examine = ({ sql, folder, index, nearDuplicates, highWater, backups }: Examined, watch: Watch = unwatched): DoctorReport => {
  // SQLite's own checks do not say how far they are. What there is to read after them, in bytes: the database once for each kind of look at it, the assets, the backups.
  const database = sql.value<number>('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size')
  const copies = backups.bytes()
  const assets = assetBytes(sql)
  const total = 2 * database + assets + copies
  watch(0, 0)
  const structure = checkStructure(sql)
  const inside = (): Problem[] => [
    ...checkRows(sql, partOf(watch, 0, total, database)),
    ...checkAssets(sql, folder, partOf(watch, database, total)),
    ...checkDerived(sql, index, nearDuplicates, partOf(watch, database + assets, total, database)),
    ...checkAge(highWater),
  ]
  // On a damaged b-tree a walk over its rows only fails with what is known already.
  const found = structure.some(({ code }) => code === 'damaged-structure') ? structure : [...structure, ...inside()]
  const examined = backups.examine(partOf(watch, 2 * database + assets, total))
  const cloud = cloudServiceOf(folder.path)
  const problems = [...found, ...examined.problems]
  return { ok: problems.length === 0, problems, hints: [...examined.hints, ...(cloud === null ? [] : [cloudNotice(cloud)])] }
}
