import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import type { MaterialStale } from '../../../../shared/model/in-step'
import { addressOf } from '../../../app/router'
import { useText } from '../../../i18n/language'
import { FindingLine } from './finding-line'
import { messages } from './messages'

/** A material that is out of date: its own page has the day and the newer source. */
export function StaleFinding({ finding, hint }: { finding: MaterialStale; hint: string }) {
  const text = useText(messages)
  return (
    <FindingLine finding={finding} hint={hint}>
      <Button size="compact-xs" variant="subtle" component="a" href={addressOf.library(finding.material)} leftSection={<IconExternalLink size={14} />}>
        {text.open}
      </Button>
    </FindingLine>
  )
}
