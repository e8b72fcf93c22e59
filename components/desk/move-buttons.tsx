import { Icon } from "@/components/desk/icon";

type Props = { /** What moves, in its own words. */ what: string; /** The field that says where to. */ name: string; first: boolean; last: boolean };

/** One place up or down in a list, each only where there is one. */
export function MoveButtons({ what, name, first, last }: Props) {
  return (
    <>
      {!first && (
        <button className="btn" name={name} value="up" type="submit" aria-label={`Move ${what} up`}>
          <Icon name="up" />
        </button>
      )}
      {!last && (
        <button className="btn" name={name} value="down" type="submit" aria-label={`Move ${what} down`}>
          <Icon name="down" />
        </button>
      )}
    </>
  );
}
