import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'

type ActionToast = { readonly id: string; readonly sentence: string; readonly action: { readonly label: string; readonly run: () => void } | null }

/** Says what was done beside a button that goes on from there, for ten seconds. One with the same id takes its place. */
export function showActionToast({ id, sentence, action }: ActionToast): void {
  notifications.hide(id)
  notifications.show({
    id,
    autoClose: 10_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{sentence}</Text>
        {action && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              notifications.hide(id)
              action.run()
            }}
          >
            {action.label}
          </Button>
        )}
      </Group>
    ),
  })
}
