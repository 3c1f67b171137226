import { Text, Title } from '@mantine/core'
import { useRef } from 'react'
import type { SchoolTablePreview } from '../../../../shared/contract/school-tables'
import { SchoolLevel } from '../../../../shared/model/school'
import { useFormats, useLanguage, useLocalized, useText } from '../../../i18n/language'
import { useVirtualRows } from '../../../parts/virtual-rows/use-virtual-rows'
import { Warning } from '../../../parts/warning/warning'
import { levelNames } from '../messages'
import { fieldName, tableMessages } from './messages'
import styles from './table.module.css'

/** What a table would change: how many, the problems by line, and each school field by field. */
export function TablePreview({ preview }: { preview: SchoolTablePreview }) {
  const text = useText(tableMessages)
  const { number } = useFormats()
  const { added, changed, unchanged, leftOut, logos, ignored, steps, problems, problemCount } = preview
  const counts = [
    ['added', added],
    ['changed', changed],
    ['unchanged', unchanged],
    ['leftOut', leftOut],
  ] as const
  return (
    <>
      <dl className={styles.counts}>
        {counts.map(([kind, count]) => (
          <div key={kind} data-kind={kind}>
            <dd>{number(count)}</dd>
            <dt>{text[kind]}</dt>
          </div>
        ))}
      </dl>
      {logos > 0 && <Text size="sm">{text.logos(logos)}</Text>}
      {added + changed === 0 && problemCount === 0 && <Text size="sm">{text.nothing}</Text>}
      {ignored.length > 0 && (
        <Text size="xs" c="dimmed">
          {text.ignored(ignored.join('、'))}
        </Text>
      )}
      {problemCount > 0 && <Problems problems={problems} count={problemCount} />}
      {steps.length > 0 && <Steps steps={steps} more={added + changed - steps.length} />}
    </>
  )
}

function Problems({ problems, count }: { problems: SchoolTablePreview['problems']; count: number }) {
  const text = useText(tableMessages)
  const localized = useLocalized()
  const language = useLanguage()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualRows({ count: problems.length, scroller, height: () => 44, keyOf: (row) => row })
  return (
    <Warning title={text.problems(count)}>
      <div ref={scroller} className={styles.scroll} tabIndex={0} role="region" aria-label={text.problems(count)}>
        <ul className={styles.rows} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => {
            const problem = problems[row.index]
            return (
              problem && (
                <li key={row.key} ref={rows.measureElement} data-index={row.index} style={{ transform: `translateY(${row.start}px)` }}>
                  <b>{text.line(problem.line)}</b>
                  {problem.column !== null && <span>{fieldName(problem.column, language)}</span>}
                  <span>{localized(problem.message)}</span>
                </li>
              )
            )
          })}
        </ul>
      </div>
      {count > problems.length && <Text size="xs">{text.more(count - problems.length)}</Text>}
    </Warning>
  )
}

function Steps({ steps, more }: { steps: SchoolTablePreview['steps']; more: number }) {
  const text = useText(tableMessages)
  const language = useLanguage()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualRows({ count: steps.length, scroller, height: () => 56, keyOf: (row) => steps[row]?.line ?? row })
  const levels = useText(levelNames)
  const said = (field: string, value: string): string => {
    if (value === '') return text.nothingYet
    const level = field === 'level' ? SchoolLevel.safeParse(value).data : undefined
    return level ? levels[level] : field === 'logo' || field === 'logoOnDark' ? text.logoFile : value
  }
  return (
    <div>
      <Title order={3}>{text.changes}</Title>
      <div ref={scroller} className={styles.scroll} tabIndex={0} role="region" aria-label={text.changes}>
        <ul className={styles.rows} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => {
            const step = steps[row.index]
            return (
              step && (
                <li key={row.key} ref={rows.measureElement} data-index={row.index} data-kind={step.kind} style={{ transform: `translateY(${row.start}px)` }}>
                  <b>{step.name}</b>
                  <small>{step.kind === 'new' ? text.added : text.changed}</small>
                  <span className={styles.fields}>
                    {step.fields
                      .filter(({ field }) => step.kind === 'changed' || field !== 'name')
                      .map(({ field, from, to }) => (
                        <span key={field}>
                          {fieldName(field, language)} {step.kind === 'changed' && <del>{said(field, from)}</del>} <ins>{said(field, to)}</ins>
                        </span>
                      ))}
                  </span>
                </li>
              )
            )
          })}
        </ul>
      </div>
      {more > 0 && <Text size="xs">{text.more(more)}</Text>}
    </div>
  )
}
