import type { SplitPlace } from '../../../shared/markdown/split-block'
import type { MaterialId } from '../../../shared/model/ids'
import type { TemplateKind } from './block-templates'
import type { Selection } from './selection'

type Rows = readonly Selection[]

/**
 * What can be done to a talk from its outline, to one row or to several together; what stands in a block's place for some audiences goes with it. Every
 * deed is one step of undo.
 */
export type OutlineActions = {
  select(selection: Selection): void
  /** Several rows at once, one of which the desk looks at. */
  pick(rows: Rows, current: Selection): void
  rename(selection: Selection, title: string): void
  /** @param after the row behind which the block stands; a section puts it first */
  add(kind: TemplateKind, after: Selection): void
  addSection(after: Selection): void
  move(rows: Rows, step: 1 | -1): void
  /** @param to the place the blocks take, counted before they are taken out */
  moveTo(rows: Rows, to: Selection): void
  duplicate(rows: Rows): void
  /** Joins a block with the one behind it in its section. */
  merge(selection: Selection): void
  /** What stands behind the cursor becomes a block of its own. */
  split(block: Selection, place: SplitPlace): void
  /** The Markdown of blocks and whole sections. */
  textOf(rows: Rows): string
  /** Puts Markdown from elsewhere behind a row as it is; text without a `## ` heading becomes a block without a title. */
  paste(markdown: string, after: Selection): void
  /** Whoever had one of the blocks in the place of another has that again. */
  remove(rows: Rows): void
  /** Takes out what is to be pasted elsewhere. */
  cut(rows: Rows): void
  bringIn(material: MaterialId, title: string, after: Selection): void
}
