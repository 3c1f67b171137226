import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconTrashOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import type { MaterialGone } from '../../../../shared/model/in-step'
import { useEngine } from '../../../app/engine'
import { useFailure } from '../../../app/failure'
import { useText } from '../../../i18n/language'
import { FindingLine } from './finding-line'
import { messages } from './messages'

/** A material that was deleted: as long as the trash holds it, it can be had back. */
export function GoneFinding({ finding, hint }: { finding: MaterialGone; hint: string }) {
  const text = useText(messages)
  const engine = useEngine()
  const client = useQueryClient()
  const fail = useFailure()
  const restore = async () => {
    await engine.trash.restore({ ids: [finding.material] })
    notifications.show({ message: text.restored })
    await client.invalidateQueries()
  }
  return (
    <FindingLine finding={finding} hint={hint}>
      {finding.inTrash && (
        <Button size="compact-xs" variant="light" leftSection={<IconTrashOff size={14} />} onClick={() => void restore().catch(fail)}>
          {text.restore}
        </Button>
      )}
    </FindingLine>
  )
}
