/** Ordinary Markdown → mdast: CommonMark, the tables of GFM, and emphasis that closes next to Han characters. */
import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfmTable } from 'micromark-extension-gfm-table'

/** Line numbers of the tree count from 1 within `text`. */
export const parseFlow = (text: string): Root => fromMarkdown(text, { extensions: [gfmTable(), cjkFriendlyExtension()], mdastExtensions: [gfmTableFromMarkdown()] })
