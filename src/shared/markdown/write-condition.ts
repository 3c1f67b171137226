import type { Condition } from '../model/block'
import { writeAttributes } from './directive-fence'

/** Text inside a condition, which gets one colon more than whatever stands in it. @param condition null: the text as it is */
export const inCondition = (text: string, condition: Condition | null): string => {
  if (condition === null) return text
  const fence = ':'.repeat(1 + longestFence(text))
  return `${fence}${condition.mode}${writeAttributes({ audience: condition.audiences.join(' ') })}\n${text}\n\n${fence}`
}

const longestFence = (text: string): number => Math.max(2, ...Array.from(text.matchAll(/^ {0,3}([:：]{3,})/gm), (match) => match[1]?.length ?? 0))
