-- Whoever signs in is told what was new and what was refused since her session before: that one, open
-- or ended long ago, has to be found among the sessions of years.
create index user_session_before on user_session (user_id, created_at);
