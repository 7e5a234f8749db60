CREATE UNLOGGED TABLE "rate_windows" (
	"subject" text COLLATE "C" PRIMARY KEY NOT NULL,
	"minute" bigint NOT NULL,
	"counts" integer[] NOT NULL,
	"second" bigint NOT NULL,
	"in_second" integer NOT NULL
) WITH (fillfactor = 50);
--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "requests_per_hour" integer;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "requests_per_second" integer;--> statement-breakpoint
-- Grants up to `asked` requests to a subject, by the database's clock, whoever else asks at the same time.
CREATE FUNCTION take_requests(
	asked_subject text, asked integer, per_hour integer, per_second integer,
	OUT granted integer, OUT remaining integer, OUT reset_ms integer, OUT retry_ms integer
) LANGUAGE plpgsql AS $$
DECLARE
	w rate_windows;
	now_ms bigint;
	this_minute bigint;
	this_second bigint;
	used bigint;
	lacking bigint;
	gone bigint := 0;
	first_leaves bigint;
	enough_leave bigint;
BEGIN
	LOOP
		SELECT * INTO w FROM rate_windows WHERE subject = asked_subject FOR UPDATE;
		EXIT WHEN FOUND;
		INSERT INTO rate_windows VALUES (asked_subject, 0, array_fill(0, ARRAY[60]), 0, 0) ON CONFLICT DO NOTHING;
	END LOOP;
	-- With the row locked: who waited for it is counted when its turn has come. A clock that was put back grants nothing twice.
	now_ms := floor(extract(epoch FROM clock_timestamp()) * 1000);
	this_minute := greatest(w.minute, now_ms / 60000);
	this_second := greatest(w.second, now_ms / 1000);
	FOR m IN greatest(w.minute + 1, this_minute - 59) .. this_minute LOOP
		w.counts[m % 60 + 1] := 0;
	END LOOP;
	IF this_second > w.second THEN w.in_second := 0; END IF;
	SELECT sum(c) INTO used FROM unnest(w.counts) AS c;

	granted := greatest(0, least(asked, per_hour - used, per_second - w.in_second));
	-- Those who are refused write nothing, however many they are.
	IF granted > 0 THEN
		w.counts[this_minute % 60 + 1] := w.counts[this_minute % 60 + 1] + granted;
		UPDATE rate_windows SET minute = this_minute, counts = w.counts, second = this_second, in_second = w.in_second + granted
		WHERE subject = asked_subject;
	END IF;

	lacking := greatest(1, used + granted - per_hour + 1);
	FOR m IN this_minute - 59 .. this_minute LOOP
		gone := gone + w.counts[m % 60 + 1];
		IF first_leaves IS NULL AND gone > 0 THEN first_leaves := (m + 60) * 60000::bigint; END IF;
		IF gone >= lacking THEN enough_leave := (m + 60) * 60000::bigint; EXIT; END IF;
	END LOOP;
	remaining := greatest(0, per_hour - used - granted);
	reset_ms := coalesce(first_leaves, (this_minute + 60) * 60000) - now_ms;
	retry_ms := CASE
		WHEN granted = asked THEN 0
		WHEN used + granted >= per_hour THEN coalesce(enough_leave, (this_minute + 60) * 60000) - now_ms
		ELSE (this_second + 1) * 1000 - now_ms
	END;
END $$;
