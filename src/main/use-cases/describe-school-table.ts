import { MOST_TOLD, type SchoolTablePreview } from '../../shared/contract/school-tables'
import type { SchoolTable } from './preview-school-table'

/** What a preview tells of a table. @param most how many problems and steps are named */
export function describeSchoolTable({ plan, problems, ignored, total }: SchoolTable, most: number = MOST_TOLD): SchoolTablePreview {
  const steps = plan.steps.flatMap(({ line, kind, school, brand, fields }) => (kind === 'unchanged' ? [] : [{ line, kind, name: school.name, fields: [...fields], logos: [brand.logo, brand.logoOnDark] }]))
  const added = steps.filter(({ kind }) => kind === 'new').length
  return {
    rows: total,
    added,
    changed: steps.length - added,
    unchanged: plan.steps.length - steps.length,
    logos: new Set(steps.flatMap(({ logos, fields }) => logos.filter((logo) => logo !== null && fields.some(({ to }) => to === logo)))).size,
    leftOut: new Set(problems.filter(({ severity }) => severity === 'error').map(({ line }) => line)).size,
    problemCount: problems.length,
    problems: problems.slice(0, most),
    ignored: [...ignored],
    steps: steps.slice(0, most).map(({ logos: _logos, ...step }) => step),
  }
}
