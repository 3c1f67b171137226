import { Button, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconCopy, IconFolderOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useAppState } from '../../app/queries'
import { useText } from '../../i18n/language'
import { messages } from './messages'

/** The way to a folder that something was written to: the system's own window for files, or its path to paste there where the door is a browser. Takes the focus: it is what comes next. */
export function WrittenFolder({ path }: { path: string }) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const { data: state } = useAppState()
  const [isCopied, setCopied] = useState(false)
  if (state === undefined) return null
  const copy = async () => {
    await navigator.clipboard.writeText(path)
    setCopied(true)
  }
  return state.runtime.host === 'utility-process' ? (
    <Button autoFocus leftSection={<IconFolderOpen size={16} />} onClick={() => void engine.folders.open({ path }).catch(fail)}>
      {text.open}
    </Button>
  ) : (
    <>
      <Button autoFocus leftSection={isCopied ? <IconCheck size={16} /> : <IconCopy size={16} />} onClick={() => void copy().catch(fail)}>
        {isCopied ? text.copied : text.copy}
      </Button>
      <VisuallyHidden role="status">{isCopied ? text.copied : ''}</VisuallyHidden>
    </>
  )
}
