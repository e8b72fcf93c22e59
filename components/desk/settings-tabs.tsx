const settings = {
  "/desk/settings/paper": "The paper",
  "/desk/settings/branding": "Look",
  "/desk/settings/sections": "Sections",
  "/desk/settings/pages": "Pages",
  "/desk/settings/house-style": "House style",
  "/desk/settings/outside": "Outside addresses",
  "/desk/settings/devices": "Devices",
  "/desk/mail": "Mail",
  "/desk/settings/files": "Files for machines",
} as const;

/** From one part of the settings to the others. */
export function SettingsTabs({ current }: { current: keyof typeof settings }) {
  return (
    <nav className="tabs" aria-label="Settings">
      {Object.entries(settings).map(([href, label]) => (
        <a key={href} href={href} aria-current={href === current ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
