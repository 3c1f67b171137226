import { writeAttributes } from '../markdown/directive-fence'

/**
 * The opening fence of a directive with one attribute changed, added, or taken away by an empty value; everything else of the line stays.
 * @param fence one line without its ending, such as `:::activity{minutes=5}`
 */
export const setAttribute = (fence: string, key: string, value: string): string => {
  const pair = writeAttributes({ [key]: value }).slice(1, -1)
  const own = new RegExp(`(^|[\\s{])${key}\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'}]+)`)
  const braced = /^(.*?)\{(.*)\}([ \t]*)$/.exec(fence)
  if (braced === null) return pair === '' ? fence : `${fence.trimEnd()}{${pair}}`
  const [, head = '', inner = '', tail = ''] = braced
  const changed = own.test(inner) ? inner.replace(own, (_whole, before: string) => (pair === '' ? '' : before + pair)).trim() : [inner.trim(), pair].filter((part) => part !== '').join(' ')
  return changed === '' ? head + tail : `${head}{${changed}}${tail}`
}
