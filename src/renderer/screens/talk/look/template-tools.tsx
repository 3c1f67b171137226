import { Button, FileButton, Group, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LayoutChoices, OwnDesign } from '../../../../shared/model/own-design'
import { useEngine } from '../../../app/engine'
import { useFailure } from '../../../app/failure'
import { useUndoToast } from '../../../app/library-history'
import { useLocalized, useText } from '../../../i18n/language'
import { designsKey } from '../../../parts/designs/use-designs'
import { LayoutMapDialog } from './layout-map-dialog'
import { messages } from './template-messages'

const TEMPLATES = '.potx,.pptx,.potm,.pptm,.ppsx'

type ToolsProps = {
  /** The template that the talk is in; null in a built-in design. */
  readonly design: OwnDesign | null
  /** The talk takes the design of this key; a built-in one for the empty key. */
  readonly onChoose: (key: string) => void
}

/** Bringing templates in, mapping the layouts of the one in use, and deleting it. */
export function TemplateTools({ design, onChoose }: ToolsProps) {
  const text = useText(messages)
  const localized = useLocalized()
  const engine = useEngine()
  const client = useQueryClient()
  const fail = useFailure()
  const undoToast = useUndoToast()
  const [isReading, setReading] = useState(false)
  const [isMapping, setMapping] = useState(false)
  const refresh = () => client.invalidateQueries({ queryKey: designsKey })

  const bringIn = (file: File | null) => {
    if (file === null) return
    const bring = async () => {
      const { design: added, warnings } = await engine.designs.add({ fileName: file.name, content: file })
      await refresh()
      onChoose(added.key)
      undoToast([text.broughtIn(localized(added.definition.name)), ...warnings.map(({ message }) => localized(message))].join(' '))
    }
    setReading(true)
    bring()
      .catch(fail)
      .finally(() => setReading(false))
  }
  const change = (id: OwnDesign['id'], choices: LayoutChoices) => {
    engine.designs.change({ id, choices }).then(refresh).catch(fail)
  }
  const remove = ({ id, definition }: OwnDesign) => {
    const deed = async () => {
      await engine.designs.remove({ id })
      await refresh()
      onChoose('')
      undoToast(text.removed(localized(definition.name)))
    }
    deed().catch(fail)
  }

  return (
    <div>
      <Group gap="xs">
        <FileButton accept={TEMPLATES} onChange={bringIn}>
          {(props) => (
            <Button {...props} variant="default" size="xs" loading={isReading} aria-label={isReading ? text.bringingIn : text.bringIn}>
              {text.bringIn}
            </Button>
          )}
        </FileButton>
        {design && (
          <>
            <Button variant="default" size="xs" onClick={() => setMapping(true)}>
              {text.map}
            </Button>
            <Button variant="subtle" color="red" size="xs" onClick={() => remove(design)}>
              {text.remove}
            </Button>
            <LayoutMapDialog design={design} opened={isMapping} onChange={(choices) => change(design.id, choices)} onClose={() => setMapping(false)} />
          </>
        )}
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {text.bringInHint}
      </Text>
    </div>
  )
}
