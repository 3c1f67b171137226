import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCopy, IconTableExport } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Rehearsal } from '../../../shared/model/rehearsal'
import { isOver, reportOf, type Compared } from '../../../shared/rehearsal/rehearsal-report'
import { asCsv, asTabs, reportTable } from '../../../shared/rehearsal/report-table'
import { useFailure } from '../../app/failure'
import { useFormats, useText } from '../../i18n/language'
import { saveFile } from '../../parts/save-file/save-file'
import { duration } from '../talk/duration'
import { messages } from './messages'
import './show.css'

/** How many blocks a sentence names. */
const MOST_NAMED = 5

/** Planned against spoken, section by section and block by block, and where the time ran. */
export function RehearsalReportView({ rehearsal, title }: { rehearsal: Rehearsal; title: string }) {
  const text = useText(messages)
  const fail = useFailure()
  const { dateTime } = useFormats()
  const report = useMemo(() => reportOf(rehearsal), [rehearsal])
  const longest = Math.max(1, ...rehearsal.blocks.map(({ planned, spoken }) => Math.max(planned, spoken)))
  const rows = () => reportTable(rehearsal, { section: text.section, block: text.block, planned: text.planned, spoken: text.spoken, difference: text.difference, opening: text.noSection, total: text.total })
  const copy = () => {
    navigator.clipboard
      .writeText(asTabs(rows()))
      .then(() => notifications.show({ message: text.copied, autoClose: 3000 }))
      .catch(fail)
  }
  return (
    <div className="report">
      <Text fw={600}>{text.spokenOf(duration(report.spoken), duration(report.planned))}</Text>
      <Text size="sm" c="dimmed">
        {[dateTime(rehearsal.startedAt), rehearsal.lecturer && text.whose(rehearsal.lecturer), rehearsal.minutes !== null && text.allowed(rehearsal.minutes), !rehearsal.finished && text.brokenOff].filter(Boolean).join(' · ')}
      </Text>
      {report.longest.length > 0 && (
        <Text size="sm">
          {text.longest(report.longest.map((block) => `${block.title} ${signed(block)}`).join(text.comma))}
        </Text>
      )}
      {report.skipped.length > 0 && (
        <Text size="sm">
          {text.skipped(report.skipped.length, report.skipped.slice(0, MOST_NAMED).map((block) => block.title).join(text.comma))}
        </Text>
      )}
      <div className="report-scroll" tabIndex={0} role="region" aria-label={text.report}>
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">{text.block}</th>
              <td />
              <th scope="col">{text.planned}</th>
              <th scope="col">{text.spoken}</th>
              <th scope="col">{text.difference}</th>
            </tr>
          </thead>
          {report.sections.map((section, index) => (
            <tbody key={index}>
              <tr className="report-section">
                <th scope="rowgroup" colSpan={2}>
                  {section.title || text.noSection}
                </th>
                <Times {...section} />
              </tr>
              {section.blocks.map((block, place) => (
                <tr key={place}>
                  <th scope="row">{block.title}</th>
                  <td className="report-bars" aria-hidden>
                    <span style={{ width: `${(block.planned / longest) * 100}%` }} />
                    <span data-over={isOver(block) || undefined} style={{ width: `${(block.spoken / longest) * 100}%` }} />
                  </td>
                  <Times {...block} />
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <Group gap="sm">
        <Button variant="default" size="compact-sm" leftSection={<IconCopy size={14} />} onClick={copy}>
          {text.copyTable}
        </Button>
        <Button variant="default" size="compact-sm" leftSection={<IconTableExport size={14} />} onClick={() => void saveFile(text.tableName(title), new Blob([asCsv(rows())], { type: 'text/csv' })).catch(fail)}>
          {text.saveTable}
        </Button>
      </Group>
    </div>
  )
}

function Times({ planned, spoken }: Compared) {
  return (
    <>
      <td>{duration(planned)}</td>
      <td>{duration(spoken)}</td>
      <td data-over={isOver({ planned, spoken }) || undefined}>{signed({ planned, spoken })}</td>
    </>
  )
}

/** `+0:12`, `−1:05`, `0:00`. */
const signed = ({ planned, spoken }: Compared): string => {
  const over = Math.round(spoken) - Math.round(planned)
  return `${over > 0 ? '+' : over < 0 ? '−' : ''}${duration(Math.abs(over))}`
}
