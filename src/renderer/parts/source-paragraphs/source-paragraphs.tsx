import { useEffect, useRef } from 'react'
import type { SourceParagraph } from '../../../shared/model/source'
import { useText } from '../../i18n/language'
import { useVirtualRows } from '../virtual-rows/use-virtual-rows'
import { messages } from './messages'
import { numbered } from './numbered'
import styles from './source-paragraphs.module.css'

/** First and last paragraph, both included, as {@link SourceParagraph} counts them. */
type Range = { readonly from: number; readonly to: number }

/**
 * The text of a source paragraph by paragraph, with a range marked and scrolled to, and the page named where one begins. Draws only what is in view: a source may have thousands.
 * @param marked null marks nothing
 */
export function SourceParagraphs({ paragraphs, marked, label }: { paragraphs: readonly SourceParagraph[]; marked: Range | null; label: string }) {
  const text = useText(messages)
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualRows({
    count: paragraphs.length,
    scroller,
    height: (row) => 28 + Math.floor((paragraphs[row]?.text.length ?? 0) / 32) * 24,
    keyOf: (row) => paragraphs[row]?.index ?? row,
  })

  const from = marked?.from
  useEffect(() => {
    if (from === undefined) return
    const row = paragraphs.findIndex((paragraph) => paragraph.index >= from)
    // One paragraph above stays in view, so that the eye sees where the range begins.
    if (row >= 0) rows.scrollToIndex(Math.max(0, row - 1), { align: 'start' })
  }, [from, paragraphs, rows])

  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="region" aria-label={label}>
      <div className={styles.sheet} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const paragraph = paragraphs[row.index]
          if (!paragraph) return null
          const beginsPage = paragraph.page !== undefined && paragraph.page !== paragraphs[row.index - 1]?.page
          const isMarked = marked !== null && paragraph.index >= marked.from && paragraph.index <= marked.to
          // A picture need not have words, and its line in the text would be empty.
          const words = paragraph.kind === 'picture' ? text.picture(paragraph.text) : numbered(paragraph.number, paragraph.text)
          return (
            <div
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              data-kind={paragraph.kind}
              data-level={paragraph.level}
              data-marked={isMarked || undefined}
              className={styles.paragraph}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {beginsPage && <span className={styles.page}>{text.page(paragraph.page ?? 0)}</span>}
              <span className={styles.index} aria-hidden>
                {paragraph.index}
              </span>
              {isMarked ? <mark className={styles.text}>{words}</mark> : <span className={styles.text}>{words}</span>}
            </div>
          )
        })}
      </div>
    </div>
  )
}
