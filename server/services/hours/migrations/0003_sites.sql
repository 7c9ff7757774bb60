-- needs: services/directory/0008
-- Sites belong to the directory from now on. hours_site stays for nodes of the version before; nobody else reads it.
INSERT INTO directory_site (org_id, name, address, telephone, place)
SELECT org_id, site, '', '', 0
  FROM (SELECT org_id, site FROM hours_site WHERE site <> ''
        UNION
        SELECT org_id, whose FROM hours_week WHERE scope = 'site' AND whose <> ''
        UNION
        SELECT org_id, whose FROM hours_day WHERE scope = 'site' AND whose <> '') AS known
 WHERE true  -- or ON would belong to the join
    ON CONFLICT (org_id, name) DO NOTHING;

UPDATE directory_department
   SET site = (SELECT h.site FROM hours_site h
                WHERE h.org_id = directory_department.org_id
                  AND h.department = directory_department.name)
 WHERE EXISTS (SELECT 1 FROM hours_site h
                WHERE h.org_id = directory_department.org_id
                  AND h.department = directory_department.name);
