import type { Block, BlockContent } from './block'

/**
 * Remembers what follows from what a block shows and says alone, for as long as what it shows is in use: a talk that is read again after a keystroke
 * (talkParser) has the same contents but for one block.
 * @param compute pure; `said` is the script's text, cues included, empty without one
 */
export const perBlock = <Result>(compute: (content: BlockContent, said: string) => Result): ((block: Pick<Block, 'content' | 'script'>) => Result) => {
  const known = new WeakMap<BlockContent, { readonly said: string; readonly result: Result }>()
  return ({ content, script }) => {
    const said = script?.text ?? ''
    const before = known.get(content)
    if (before?.said === said) return before.result
    const result = compute(content, said)
    known.set(content, { said, result })
    return result
  }
}
