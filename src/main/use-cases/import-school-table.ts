import { LecternError } from '../../shared/outcome'
import type { Library } from '../library/library'
import type { SchoolToKeep } from '../library/schools'
import type { SchoolTable } from './preview-school-table'

const changedElsewhere = () =>
  new LecternError('schools-changed-elsewhere', {
    'zh-CN': '看过预览以后，学校在别处改动过，所以没有导入。请重新打开表格，再看一次会改什么。',
    en: 'Schools were changed elsewhere since this preview, so nothing was imported. Open the table again and look once more at what it would change.',
  })

/**
 * Takes into the library what a preview has shown, as one deed. The logos go in first, by their content, and stay when the rest fails.
 * @param keep stores the schools, see `SchoolStore.keep`; beside a window in a thread of its own
 * @throws LecternError `schools-changed-elsewhere` when it would do something else now than what was shown
 */
export async function importSchoolTable(library: Library, table: SchoolTable, keep: (schools: readonly SchoolToKeep[]) => Promise<{ added: number; changed: number }>): Promise<{ added: number; changed: number; unchanged: number }> {
  const plan = table.planAgain()
  if (JSON.stringify(plan.steps) !== JSON.stringify(table.plan.steps)) throw changedElsewhere()
  const steps = plan.steps.filter(({ kind }) => kind !== 'unchanged')
  for await (const { bytes, info } of table.logos()) library.assets.putPicture(bytes, info)
  const kept = steps.length === 0 ? { added: 0, changed: 0 } : await keep(steps.map(({ id, school, brand }) => ({ id, school, brand })))
  return { ...kept, unchanged: plan.steps.length - steps.length }
}
