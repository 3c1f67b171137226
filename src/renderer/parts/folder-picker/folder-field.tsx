import { Button, TextInput, type TextInputProps } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useText } from '../../i18n/language'
import styles from './folder-browser.module.css'
import { FolderBrowser } from './folder-browser'
import { messages } from './messages'

type FolderFieldProps = Pick<TextInputProps, 'label' | 'description'> & { value: string; onChange: (path: string) => void }

/** A folder of this computer: typed, or chosen in the system's own dialog — in ours where the door has none. */
export function FolderField({ label, description, value, onChange }: FolderFieldProps) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const [isBrowsing, setBrowsing] = useState(false)
  const browse = async () => {
    const { dialog, path } = await engine.folders.choose({ title: text.title, from: value.trim() })
    if (!dialog) setBrowsing(true)
    else if (path !== null) onChange(path)
  }
  return (
    <div className={styles.field}>
      <TextInput label={label} description={description} value={value} maxLength={4096} spellCheck={false} onChange={(event) => onChange(event.currentTarget.value)} />
      <Button variant="default" leftSection={<IconFolderOpen size={16} />} onClick={() => void browse().catch(fail)}>
        {text.browse}
      </Button>
      {isBrowsing && (
        <FolderBrowser
          from={value}
          onClose={() => setBrowsing(false)}
          onChoose={(path) => {
            setBrowsing(false)
            onChange(path)
          }}
        />
      )}
    </div>
  )
}
