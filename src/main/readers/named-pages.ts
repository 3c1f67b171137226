/** As many pages as a message can name. */
const NAMED = 5

/** Pages as a message names them, the first ones where they are many. @param pages from 1 */
export const namedPages = (pages: readonly number[]): { readonly 'zh-CN': string; readonly en: string } => {
  const named = pages.slice(0, NAMED)
  const more = pages.length > NAMED
  return { 'zh-CN': `第 ${named.join('、')}${more ? ' 等' : ''} 页`, en: `${named.join(', ')}${more ? ' …' : ''}` }
}
