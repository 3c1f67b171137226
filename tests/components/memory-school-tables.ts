import { implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'
import { Brand } from '../../src/shared/model/brand'
import { School } from '../../src/shared/model/school'
import { planSchoolImport, type ImportPlan } from '../../src/shared/schools/plan-school-import'
import { readSchoolRows } from '../../src/shared/schools/read-school-rows'
import { gone } from './memory-gone'
import type { HeldSchool, MemoryStore } from './memory-held'

/** Tables of schools for the engine in memory: cells between commas, nothing cleverer. */
export function memorySchoolTables(env: MemoryStore) {
  const server = implement(contract)
  const plans = new Map<string, ImportPlan>()
  return {
    open: server.schoolTables.open.handler(async function* ({ input }) {
      yield { type: 'progress', done: 0, total: 1 }
      const text = new TextDecoder().decode(await input.content.arrayBuffer())
      const sheet = readSchoolRows(text.trim().split('\n').map((line, at) => ({ line: at + 1, cells: line.split(',') })))
      const plan = planSchoolImport(sheet.rows, env.held.schools.map(({ school, brands }) => ({ school, brand: brands.at(-1) ?? gone('品牌') })), () => ({}))
      const problems = [...sheet.problems, ...plan.problems]
      const tableId = env.newId()
      plans.set(tableId, plan)
      const count = (kind: string) => plan.steps.filter((step) => step.kind === kind).length
      const steps = plan.steps.flatMap(({ line, kind, school, fields }) => (kind === 'unchanged' ? [] : [{ line, kind, name: school.name, fields: [...fields] }]))
      yield { type: 'finished', tableId, preview: { rows: sheet.rows.length, added: count('new'), changed: count('changed'), unchanged: count('unchanged'), logos: 0, leftOut: problems.filter(({ severity }) => severity === 'error').length, problemCount: problems.length, problems, ignored: [...sheet.ignored], steps } }
    }),
    import: server.schoolTables.import.handler(({ input }) => {
      const steps = (plans.get(input.tableId) ?? gone('表格')).steps.filter(({ kind }) => kind !== 'unchanged')
      const taken = steps.map(({ id, school, brand }): HeldSchool => {
        const at = env.tick()
        const schoolId = id ?? env.newId()
        return { school: School.parse({ ...school, id: schoolId, createdAt: at, updatedAt: at }), brands: [Brand.parse({ ...brand, id: env.newId(), schoolId, createdAt: at, retiredAt: null })] }
      })
      const ids = new Set(taken.map(({ school }) => school.id))
      env.commit({ schools: [...env.held.schools.filter(({ school }) => !ids.has(school.id)), ...taken] }, { 'zh-CN': '导入学校表', en: 'Import schools' })
      return { added: steps.filter(({ kind }) => kind === 'new').length, changed: steps.filter(({ kind }) => kind === 'changed').length, unchanged: 0 }
    }),
    discard: server.schoolTables.discard.handler(({ input }) => void plans.delete(input.tableId)),
    export: server.schoolTables.export.handler(({ input }) => new File(['name\n'], `schools.${input.form}`)),
  }
}
