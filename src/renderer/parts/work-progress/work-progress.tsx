import { Button, Modal, Progress, Stack, Text } from '@mantine/core'
import { useState } from 'react'

type WorkProgressProps = {
  title: string
  done: number
  /** 0 while it is not known. */
  total: number
  /** How far it is, in words. */
  sentence: string
  /** What cancelling leaves. */
  hint?: string
  cancelName: string
  onCancel: () => void
}

/** How far a long piece of work is, and the way out of it. */
export function WorkProgress({ title, done, total, sentence, hint, cancelName, onCancel }: WorkProgressProps) {
  const [cancelled, setCancelled] = useState(false)
  const cancel = () => {
    setCancelled(true)
    onCancel()
  }
  return (
    <Modal opened onClose={cancel} title={title} withCloseButton={false} closeOnClickOutside={false}>
      <Stack>
        <Progress value={total === 0 ? 100 : (done / total) * 100} animated={done < total || total === 0} aria-label={sentence} />
        <Text size="sm" truncate title={sentence} role="status">
          {sentence}
        </Text>
        {hint && (
          <Text size="xs" c="dimmed">
            {hint}
          </Text>
        )}
        <Button variant="default" onClick={cancel} loading={cancelled} style={{ alignSelf: 'flex-end' }}>
          {cancelName}
        </Button>
      </Stack>
    </Modal>
  )
}
