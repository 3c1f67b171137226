import type { MaterialId } from '../../../shared/model/ids'
import type { TemplateKind } from './block-templates'
import type { Selection } from './selection'

/** What can be done to a talk from its outline. Every deed is one step of undo. */
export type OutlineActions = {
  select(selection: Selection): void
  rename(selection: Selection, title: string): void
  /** @param after the row behind which the block stands; a section puts it first */
  add(kind: TemplateKind, after: Selection): void
  addSection(after: Selection): void
  move(selection: Selection, step: 1 | -1): void
  /** @param to the place the block takes, counted before it is taken out */
  moveTo(from: Selection, to: Selection): void
  duplicate(selection: Selection): void
  /** Joins a block with the one behind it in its section. */
  merge(selection: Selection): void
  /** The Markdown of a block or of a whole section. */
  textOf(selection: Selection): string
  /** Puts Markdown from elsewhere behind a row as it is; text without a `## ` heading becomes a block without a title. */
  paste(markdown: string, after: Selection): void
  remove(selection: Selection): void
  bringIn(material: MaterialId, title: string, after: Selection): void
}
