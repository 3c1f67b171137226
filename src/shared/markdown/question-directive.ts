import { writeDirective } from './write-content'

/**
 * The question directive of a question that is written as documents write it: `A. 甲` on lines of their own, `答案：B`, `解析：…`.
 * What is none of these is its stem.
 */
export const questionDirectiveOf = (body: string): string => {
  const answer = /^[ \t>*-]*\**(?:参考)?(?:答案|answer)\**[ \t]*[:：]\**[ \t]*([A-Ha-h](?:[ \t,，、]*[A-Ha-h])*)[ \t.。]*$/im.exec(body)
  const explanation = /^[ \t>*-]*\**(?:解析|说明|explanation)\**[ \t]*[:：]\**[ \t]*([\s\S]*)$/im.exec(answer === null ? body : body.replace(answer[0], ''))
  const stem = [answer?.[0], explanation?.[0]].reduce<string>((text, part) => (part === undefined ? text : text.replace(part, '')), body)
  // `A. 甲` on a line of its own is an option, and a list item in the dialect.
  const options = stem.replace(/^[ \t]*(?:[-*][ \t]+)?[(（]?([A-H])[)）.．、][ \t]*(?=\S)/gm, '- $1 ').replace(/([^\n])\n(?=- A )/, '$1\n\n').trim()
  const why = explanation?.[1]?.trim() ?? ''
  return writeDirective('question', { answer: answer?.[1]?.toUpperCase().replace(/[^A-H]/g, '') }, [options, why === '' ? '' : writeDirective('explanation', {}, why)].filter((part) => part !== '').join('\n\n'))
}
