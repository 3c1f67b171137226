import type { Condition } from '../model/block'

/** The condition that a directive states; its audiences are separated by `,`, `，`, `、` or spaces. */
export const conditionOf = (directive: { readonly name: string; readonly attributes: Readonly<Record<string, string>> }): Condition => ({
  mode: directive.name === 'except' ? 'except' : 'only',
  audiences: [...new Set((directive.attributes['audience'] ?? '').split(/[,，、;；\s]+/).filter((audience) => audience !== ''))],
})

/** The one condition that holds exactly where both hold: conditions nest, a block has one. */
export const bothConditions = (outer: Condition | null, inner: Condition): Condition => {
  if (outer === null) return inner
  if (outer.mode === 'except' && inner.mode === 'except') return { mode: 'except', audiences: [...new Set([...outer.audiences, ...inner.audiences])] }
  if (outer.mode === 'only' && inner.mode === 'only') return { mode: 'only', audiences: outer.audiences.filter((audience) => inner.audiences.includes(audience)) }
  const [only, except] = outer.mode === 'only' ? [outer, inner] : [inner, outer]
  return { mode: 'only', audiences: only.audiences.filter((audience) => !except.audiences.includes(audience)) }
}

/** Whether something under a condition is for this audience. */
export const isFor = (condition: Condition | null, audience: string): boolean => condition === null || condition.audiences.includes(audience) === (condition.mode === 'only')
