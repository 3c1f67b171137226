import { deleteMarkupBackward, insertNewlineContinueMarkupCommand, markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { Prec } from '@codemirror/state'
import { keymap } from '@codemirror/view'

const ASTERISK = 42
const isSpace = (character: string) => character === '' || /\s/.test(character)
const isPunctuation = (character: string) => /[\p{P}\p{S}]/u.test(character)
const isHan = (character: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character)

const runs = { 1: { resolve: 'Emphasis', mark: 'EmphasisMark' }, 2: { resolve: 'StrongEmphasis', mark: 'EmphasisMark' } } as const

/**
 * Markdown as talks write it: the tables of GFM, and emphasis that closes next to Han characters (`**术语：**解释`), which CommonMark's flanking
 * rules (§6.2) leave as asterisks. The readings of emphasis are those of micromark-extension-cjk-friendly, with which talks are read.
 */
const language = markdown({
  base: markdownLanguage,
  addKeymap: false,
  extensions: {
    parseInline: [
      {
        name: 'EmphasisBesideHan',
        before: 'Emphasis',
        parse(context, next, at) {
          if (next !== ASTERISK || context.slice(at - 1, at) === '*') return -1
          const length = context.char(at + 1) !== ASTERISK ? 1 : context.char(at + 2) === ASTERISK ? 3 : 2
          if (length === 3) return -1
          const before = context.slice(Math.max(context.offset, at - 1), at)
          const after = context.slice(at + length, at + length + 1)
          const opens = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before) || isHan(before))
          const closes = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after) || isHan(after))
          return context.addDelimiter(runs[length], at, at + length, opens, closes)
        },
      },
    ],
  },
})

/** {@link language} with its keys: Enter goes on with a list or quotation and leaves it from an empty item, without setting its items apart. */
export const dialect = [
  language,
  Prec.high(
    keymap.of([
      { key: 'Enter', run: insertNewlineContinueMarkupCommand({ nonTightLists: false }) },
      { key: 'Backspace', run: deleteMarkupBackward },
    ]),
  ),
]
