package dev.kickoff.jobs.client;

/** Answers of a server, as the contract has them; {@code '} stands for {@code "}. */
public final class Answers {
  public static final String OVERRIDE =
      """
      {'id':'o-7f3a','group':'web-asg','kind':'floor','hosts':40,
       'from':'2026-06-11T18:00:00Z','until':'2026-06-11T20:00:00Z','author':'ada',
       'reason':'extra time, keep what we have','state':'in-force','endsInSeconds':7200,
       'undoableUntil':'2026-06-11T18:10:00Z','etag':'1','colour':'a field of tomorrow'}
      """;
  public static final String EFFECT =
      """
      {'group':'web-asg','floorNow':12,'floorThen':40,'inServiceNow':14,
       'dollarsPerHourNow':1.2,'dollarsPerHourThen':4.0,
       'risk':'28 hosts more are started at once','riskLevel':'caution',
       'reason':'ada orders a floor of 40','large':false,
       'violations':['over the tested size of 30']}
      """;
  public static final String PREVIEW =
      "{'effects':[" + EFFECT + "],'warnings':['it lasts beyond the final whistle']}";
  public static final String REVIEW =
      """
      {'id':'r-12','kind':'order','group':'web-asg','status':'pending_review',
       'digest':'0123456789abcdef','requestedBy':'ada','requestedAt':'2026-06-11T18:00:00Z',
       'summary':'floor of 400 hosts on web-asg','floorNow':12,'floorWanted':400}
      """;
  public static final String EVENT =
      """
      {'uid':'final 2026/1','title':'Final','category':'match',
       'start':'2026-06-11T19:00:00Z','end':'2026-06-11T21:00:00Z','cancelled':false,
       'attributes':{'viewers':'18000000'},'revision':3,'etag':'e3','startsInSeconds':3600,
       'phases':[{'name':'first half','from':'2026-06-11T19:00:00Z',
                  'until':'2026-06-11T19:45:00Z'}],
       'readiness':{'score':0.75,'findings':[{'check':'quota','ok':false,
                    'detail':'12 hosts are missing'}]},'kept':[]}
      """;
  public static final String STATUS =
      """
      {'state':'ACTING','acting':['web-asg'],'engineTime':'2026-06-11T18:00:00Z','speed':60.0,
       'inputs':[{'source':'demand','name':'web','ageSeconds':40.0,'stale':false}],
       'groups':[{'group':'web-asg','service':'web','mode':'FORECAST_AND_SCALE',
                  'demandRpm':23456.7,'required':12,'floor':12,'inService':14}],
       'nextChanges':[{'group':'web-asg','underWay':false,'at':'2026-06-11T18:45:00Z',
                       'completeAt':'2026-06-11T18:45:00Z','hostsBefore':12,'hostsAfter':40,
                       'reason':'kick-off','event':'Final'}],'overrides':[],'reviewsWaiting':0}
      """;

  private Answers() {}

  /** A page of one. */
  public static String page(String item) {
    return "{'items':[" + item + "]}";
  }
}
