import { ActionIcon, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useText } from '../../i18n/language'
import { blockIcons } from './block-icons'
import { templateKinds, type TemplateKind } from './block-templates'
import { messages } from './messages'

/** Everything that can be added to a talk. */
export function AddMenu({ onAdd, onAddSection }: { onAdd: (kind: TemplateKind) => void; onAddSection: () => void }) {
  const text = useText(messages)
  return (
    <Menu position="top-start" withinPortal>
      <Menu.Target>
        <ActionIcon.Group className="outline-add">
          <ActionIcon variant="default" size="lg" w="100%" aria-label={text.addBlock}>
            <IconPlus size={16} />
            <span className="outline-add-label">{text.addBlock}</span>
          </ActionIcon>
        </ActionIcon.Group>
      </Menu.Target>
      <Menu.Dropdown>
        {templateKinds.map((kind) => {
          const Icon = blockIcons[kind]
          return (
            <Menu.Item key={kind} leftSection={<Icon size={16} stroke={1.6} />} onClick={() => onAdd(kind)}>
              {text.kinds[kind]}
            </Menu.Item>
          )
        })}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus size={16} />} onClick={onAddSection}>
          {text.addSection}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
