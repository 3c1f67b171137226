import type { Condition } from '../model/block'

/** The condition that holds as `condition` does, and for `audience` too; null: for everybody. */
export const withAudience = (condition: Condition | null, audience: string): Condition | null => {
  if (condition === null) return null
  if (condition.mode === 'only') return condition.audiences.includes(audience) ? condition : { mode: 'only', audiences: [...condition.audiences, audience] }
  const audiences = condition.audiences.filter((other) => other !== audience)
  return audiences.length === 0 ? null : { mode: 'except', audiences }
}

/** The condition that holds as `condition` does, but not for `audience`; `nobody` where nobody else is left. */
export const withoutAudience = (condition: Condition | null, audience: string): Condition | 'nobody' => {
  if (condition === null) return { mode: 'except', audiences: [audience] }
  if (condition.mode === 'except') return condition.audiences.includes(audience) ? condition : { mode: 'except', audiences: [...condition.audiences, audience] }
  const audiences = condition.audiences.filter((other) => other !== audience)
  return audiences.length === 0 ? 'nobody' : { mode: 'only', audiences }
}
