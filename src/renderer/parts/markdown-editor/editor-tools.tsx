import { ActionIcon, FileButton, Group } from '@mantine/core'
import { IconBlockquote, IconBold, IconHeading, IconItalic, IconLink, IconList, IconListNumbers, IconPhoto, IconTable } from '@tabler/icons-react'
import type { Command } from '@codemirror/view'
import { pictureTypes } from '../add-picture/add-picture'
import { useText } from '../../i18n/language'
import { insertBlock, insertLink, toggleBullets, toggleEmphasis, toggleHeading, toggleNumbers, toggleQuotation, toggleStrong } from './format-commands'
import { tableMarkdown } from './markdown-of-html'
import { messages } from './messages'

const tools = [
  ['strong', IconBold, toggleStrong],
  ['emphasis', IconItalic, toggleEmphasis],
  ['link', IconLink, insertLink],
  ['heading', IconHeading, toggleHeading],
  ['bullets', IconList, toggleBullets],
  ['numbers', IconListNumbers, toggleNumbers],
  ['quotation', IconBlockquote, toggleQuotation],
] as const

type EditorToolsProps = { readonly run: (command: Command) => void; /** Absent where pictures cannot be kept. */ readonly onPicture?: ((file: File) => void) | undefined }

/** What one can make of the selected text, by mouse; each is also a key or a mark that one types. */
export function EditorTools({ run, onPicture }: EditorToolsProps) {
  const text = useText(messages)
  const insertTable: Command = (view) => {
    insertBlock(view, tableMarkdown([[text.firstColumn, text.secondColumn], ['', '']]))
    return true
  }
  return (
    <Group gap={2} role="toolbar" aria-label={text.tools}>
      {tools.map(([name, Icon, command]) => (
        <Tool key={name} name={text[name]} onClick={() => run(command)}>
          <Icon size={16} />
        </Tool>
      ))}
      <Tool name={text.table} onClick={() => run(insertTable)}>
        <IconTable size={16} />
      </Tool>
      {onPicture && (
        <FileButton accept={pictureTypes} onChange={(file) => file && onPicture(file)}>
          {({ onClick }) => (
            <Tool name={text.picture} onClick={onClick}>
              <IconPhoto size={16} />
            </Tool>
          )}
        </FileButton>
      )}
    </Group>
  )
}

function Tool({ name, onClick, children }: { name: string; onClick: () => void; children: React.ReactNode }) {
  return (
    <ActionIcon variant="subtle" color="gray" size={28} aria-label={name} title={name} onClick={onClick}>
      {children}
    </ActionIcon>
  )
}
