import type { OpeningStep } from '../../../shared/contract/opening'
import { LecternError } from '../../../shared/outcome'
import { NearDuplicates } from '../near-duplicates/near-duplicates'
import { openDatabase, TASK_CACHE } from '../open-database'
import { migrate } from '../schema/migrate'
import { MaterialIndex } from '../search/material-index'
import { Sql } from '../sql'
import { makeStandAlone } from './copy-database'

/** Told what is being done; may throw to stop. */
export type TellStep = (step: OpeningStep) => void

/** Brings a copy of an older library on; a thread of its own does it in the engine, because it takes minutes for a large one. */
export type BringOn = (file: string, tell: TellStep) => Promise<void>

const notBroughtOn = (cause: unknown) =>
  new LecternError(
    'migration-failed',
    {
      'zh-CN': '这份备份来自更早的讲台，没能升级到现在的格式，所以没有使用它。素材库和备份都保持原样。',
      en: 'This backup is of an earlier Lectern and could not be brought to the format of this one, so it was not used. The library and the backup are unchanged.',
    },
    { cause },
  )

/**
 * Brings a copy to the schema of this Lectern, its search index included, so that it opens at once when it has become the library. Nothing is backed up first: what it is
 * a copy of stays where it is.
 * @throws LecternError `migration-failed`, `disk-full`; and what `tell` throws
 */
export const bringOnCopy = (file: string, tell: TellStep): void => {
  const told = (doing: OpeningStep['doing']) => (done: number, total: number) => tell({ doing, done, total })
  const sql = new Sql(openDatabase(file, undefined, TASK_CACHE))
  try {
    migrate(sql, () => undefined, undefined, told('upgrading'))
    new NearDuplicates(sql).prepare()
    new MaterialIndex(sql).fill(told('indexing'))
  } catch (error) {
    throw error instanceof LecternError && error.code === 'migration-failed' ? notBroughtOn(error) : error
  } finally {
    sql.database.close()
  }
  makeStandAlone(file)
}
